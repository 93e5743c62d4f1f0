import { describe, expect, it } from 'vitest'
import { JavaException } from '../java-exception'
import { javaRegex, matchesIn, matchesRegex } from './java-regex'

/** All matches with their places and groups, as in `0-3 ("a", null) 5-7 ("b", "")`. */
function matchesText(pattern: string, text: string): string {
  try {
    const program = javaRegex(pattern)
    const found: string[] = []
    for (const slots of matchesIn(program, text)) {
      const groups = Array.from({ length: program.groupCount }, (_, index) => groupText(slots, index + 1, text))
      found.push(`${slots[0]}-${slots[1]}${groups.length > 0 ? ` (${groups.join(', ')})` : ''}`)
    }
    return found.join(' ')
  } catch (error) {
    if (error instanceof JavaException) return `throws ${error.className}`
    throw error
  }
}

function groupText(slots: Int32Array, group: number, text: string): string {
  const from = slots[2 * group] ?? -1
  return from < 0 ? 'null' : JSON.stringify(text.slice(from, slots[2 * group + 1]))
}

/** What is expected was asked of java.util.regex in JDK 17. */
const CASES: readonly (readonly [pattern: string, text: string, matches: string])[] = [
  ['a{2}{3}', 'aaaaaa', '0-2 2-4 4-6'],
  ['{1}', 'a', '0-0 1-1'],
  ['}]', '}]', '0-2'],
  ['[]a]', 'a]', '0-1 1-2'],
  ['[^]a]', 'ab]', '1-2'],
  ['[a-]', 'a-b', '0-1 1-2'],
  ['[-a]', 'a-b', '0-1 1-2'],
  ['[a-[b]]', 'a-b', '0-1 1-2 2-3'],
  ['[a-z&&[^b]]', 'abc', '0-1 2-3'],
  ['[a-z&&b&&b]', 'abc', '1-2'],
  ['[^a&&b]', 'abc', '0-1 1-2 2-3'],
  ['[a&b]', 'a&b', '0-1 1-2 2-3'],
  ['[a&&]', 'a&b', '0-1'],
  ['[a-c[x-z]&&[b-y]]', 'abxyz', '1-2 2-3 3-4'],
  ['[\\d-x]', '1-x', '0-1 1-2 2-3'],
  ['[\\w&&[^\\d]]', 'a1', '0-1'],
  ['[[:alpha:]]', 'a:', '0-1 1-2'],
  ['[a^b]', '^', '0-1'],
  ['a|', 'ba', '0-0 1-2 2-2'],
  ['|a', 'ba', '0-0 1-1 2-2'],
  ['(a)\\11', 'aa1', '0-3 ("a")'],
  ['\\1', 'a', ''],
  ['(?<x1>a)\\k<x1>', 'aa', '0-2 ("a")'],
  ['(a)?\\1b', 'b', ''],
  ['(?i)(é)\\1', 'éÉ', ''],
  ['(?iu)(é)\\1', 'éÉ', '0-2 ("é")'],
  ['\\pL', 'a1', '0-1'],
  ['\\PL+', 'a12', '1-3'],
  ['\\p{IsLatin}+', 'aé1', '0-2'],
  ['\\p{InGreek}', 'αa', '0-1'],
  ['\\p{script=Greek}', 'αa', '0-1'],
  ['\\p{gc=Lu}', 'aA', '1-2'],
  ['\\p{blk=BasicLatin}', 'éa', '1-2'],
  ['\\p{Alpha}+', 'aé', '0-1'],
  ['(?U)\\p{Alpha}+', 'aé', '0-2'],
  ['\\p{Punct}+', 'a!?', '1-3'],
  ['\\p{javaLowerCase}', 'Aa', '1-2'],
  ['\\p{L1}', 'āa', '1-2'],
  ['\\p{LD}+', '-a1', '1-3'],
  ['\\p{IsAlphabetic}+', '1aé', '1-3'],
  ['(?i)\\p{Lower}', 'A', '0-1'],
  ['(?i)\\p{Ll}', 'A', '0-1'],
  ['(?i)[a-c]+', 'aBC', '0-3'],
  ['(?iu)[j-l]', '\u212a', '0-1'],
  ['(?i)k', 'K\u212a', '0-1'],
  ['(?iu)k', 'K\u212a', '0-1 1-2'],
  ['\\w+', 'é1_', '1-3'],
  ['(?U)\\w+', 'é1_', '0-3'],
  ['\\d+', '1٣', '0-1'],
  ['(?U)\\d+', '1٣', '0-2'],
  ['\\s', '\u00a0 ', '1-2'],
  ['\\h+', ' \t\u00a0x', '0-3'],
  ['\\v', '\n\u000b', '0-1 1-2'],
  ['\\R', 'a\r\nb\u2028', '1-3 4-5'],
  ['\\R\\n', '\r\n', '0-2'],
  ['\\x41\\u0042\\x{43}\\0104\\cA', 'ABCD\u0001', '0-5'],
  ['\\a\\e\\f\\t', '\u0007\u001b\f\t', '0-4'],
  ['\\ud83d\\ude00', '\ud83d\ude00', '0-2'],
  ['[\ud83d\ude00]+', '\ud83d\ude00\ud83d\ude00', '0-4'],
  ['.', '\ud83d\ude00', '0-2'],
  ['[^a]', '\ud83d\ude00', '0-2'],
  ['\\Qa.b\\E+', 'a.bb', '0-4'],
  ['[\\Q^-]\\E]', '^-]', '0-1 1-2 2-3'],
  ['\\Qab', 'ab', '0-2'],
  ['^', 'a\nb', '0-0'],
  ['(?m)^', 'a\nb\n', '0-0 2-2'],
  ['(?m)^', 'a\r\nb', '0-0 3-3'],
  ['$', 'a\n', '1-1 2-2'],
  ['$', 'a\r\n', '1-1 3-3'],
  ['(?m)$', 'a\r\nb\n', '1-1 4-4 5-5'],
  ['(?d)$', 'a\r\n', '2-2 3-3'],
  ['\\Z', 'a\n\n', '2-2 3-3'],
  ['\\z', 'a\n', '2-2'],
  ['\\A.', 'ab', '0-1'],
  ['\\Ga', 'aab', '0-1 1-2'],
  ['\\b', 'été x_1', '0-0 3-3 4-4 7-7'],
  ['\\b', 'a\u0301 b', '0-0 2-2 3-3 4-4'],
  ['\\B', 'ab', '1-1'],
  ['.', '\n\u0085x\r', '2-3'],
  ['(?s).', '\n', '0-1'],
  ['(?d).', '\n\rx', '1-2 2-3'],
  ['(?x)a b # c\nd', 'abd', '0-3'],
  ['(?x)[a b]', 'a b', '0-1 2-3'],
  ['(?x)a\\ b', 'a b', '0-3'],
  ['(?i:a)b', 'AbAB', '0-2'],
  ['(?i)a(?-i)b', 'AbAB', '0-2'],
  ['(?>a*)a', 'aaa', ''],
  ['a*+a', 'aaa', ''],
  ['a?+a', 'a', ''],
  ['x{2,3}?', 'xxxx', '0-2 2-4'],
  ['x{2,3}+x', 'xxxx', '0-4'],
  ['(a*)*', 'aab', '0-2 ("") 2-2 ("") 3-3 ("")'],
  ['(a*)+', 'aab', '0-2 ("") 2-2 ("") 3-3 ("")'],
  ['(a|b)*?c', 'abc', '0-3 ("b")'],
  ['(?:(a)|b)*', 'ab', '0-2 ("a") 2-2 (null)'],
  ['((a)|(b))*', 'ab', '0-2 ("b", "a", "b") 2-2 (null, null, null)'],
  ['x*', 'axb', '0-0 1-2 2-2 3-3'],
  ['(?=a(b))a', 'ab', '0-1 ("b")'],
  ['(?!ab)a', 'abac', '2-3'],
  ['(?<=a)b', 'abcb', '1-2'],
  ['(?<!a)b', 'abcb', '3-4'],
  ['(?<=a{1,3})b', 'aab', '2-3'],
  ['(?<=(a|bc))d', 'bcd', '2-3 ("bc")'],
  ['(?<=a*)b', 'ab', '1-2'],
  ['(?<=\\b)b', 'a b', '2-3'],
  ['(\\w+)@(\\w+)', 'me@home, you@work', '0-7 ("me", "home") 9-17 ("you", "work")'],
  ['(?<year>\\d{4})-(?<month>\\d\\d)', '2024-05', '0-7 ("2024", "05")'],
  ['a**', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['+', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['{', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['a{x}', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['a{,3}', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['a{2,1}', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['a{99999999999}', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['(', 'a', 'throws java.util.regex.PatternSyntaxException'],
  [')', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['a)b', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['[a', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['[]', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['[z-a]', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['[a-\\d]', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['\\', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['\\q', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['[\\b]', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['\\E', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['\\k<x>', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['(?<x>a)(?<x>b)', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['(?<1>a)', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['(?<n-x>a)', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['(?z)a', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['(?i', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['(?#a)', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['\\p{Foo}', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['\\p{IsFoo}', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['\\p{InFoo}', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['\\p{Latin}', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['\\x4', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['\\x{110000}', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['\\u12', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['\\c', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['\\08', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['(?<=ba*?)x', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['(?<=(ab)*)x', 'a', 'throws java.util.regex.PatternSyntaxException'],
  ['(?<=(a)\\1)x', 'a', 'throws java.util.regex.PatternSyntaxException'],
]

describe('a Java regular expression', () => {
  for (const [pattern, text, expected] of CASES) {
    it(`${pattern} in ${JSON.stringify(text)}: ${expected === '' ? 'no match' : expected}`, () => {
      expect(matchesText(pattern, text)).toBe(expected)
    })
  }

  it('has to match the whole text for matches()', () => {
    expect(['a|ab', 'a*?', '(?i)AB', 'b'].map((pattern) => matchesRegex('ab', pattern))).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  it('says where a pattern is wrong', () => {
    expect(() => javaRegex('ab(c')).toThrow('Unclosed group near index 4\nab(c')
  })
})

describe('a hostile regular expression', () => {
  const LONG = 'a'.repeat(1_000)

  it('that repeats what repeats finds out that there is no match', () => {
    expect(
      ['(a+)+b', '(a|a)*b', '(a*)*b', '(?>(a+)+b)', '(?=(a+)+b)a'].map((pattern) => matchesRegex(LONG, pattern)),
    ).toEqual([false, false, false, false, false])
  })

  it('that no memory helps ends with an error', () => {
    expect(matchesText('(a+)+\\1b', LONG)).toBe('throws java.lang.StackOverflowError')
  })

  it('with huge counts is refused', () => {
    expect(
      ['((a{1000}){1000}){1000}', '(ab){2147483647}', '((a?){99999}b){99999}'].map((pattern) =>
        matchesText(pattern, 'a'),
      ),
    ).toEqual(Array.from({ length: 3 }, () => 'throws java.lang.StackOverflowError'))
  })

  it('that repeats nothing very often is nothing', () => {
    expect(matchesText('(?:){2147483647}a', 'a')).toBe('0-1')
  })

  it('nested or written without end is refused', () => {
    const patterns = ['('.repeat(9_000) + ')'.repeat(9_000), '['.repeat(9_000) + ']'.repeat(9_000), 'x'.repeat(30_000)]
    expect(patterns.map((pattern) => matchesText(pattern, 'a'))).toEqual(
      Array.from({ length: 3 }, () => 'throws java.util.regex.PatternSyntaxException'),
    )
  })

  it('on a long text takes time that grows with the text only', () => {
    expect(matchesRegex('ab '.repeat(100_000), '(?:\\w+\\s)*')).toBe(true)
  })
})
