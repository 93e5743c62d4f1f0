import { describe, expect, it } from 'vitest'
import { compilePattern, type SafePattern } from './safe-pattern'

function compiled(source: string, extent?: 'whole'): SafePattern {
  const pattern = compilePattern(source, extent)
  if ('problem' in pattern) throw new Error(`${source}: ${pattern.problem}`)
  return pattern
}

const DIFFERENCES_FROM_RE2: readonly (readonly [pattern: string, text: string, matches: boolean])[] = [
  ['^abc$', 'abc\n', false],
  ['a.b', 'a\rb', false],
  ['a.b', 'a\u2028b', false],
  ['a.b', 'a😀b', true],
  ['^\\s$', '\u00a0', true],
  ['^\\s$', '\ufeff', true],
  ['^\\S$', '\u2003', false],
  ['^[\\s\\d]+$', '1\u30002', true],
  ['^[\\S]$', '\u2029', false],
  ['^\\d$', '\u0966', false],
  ['^\\w$', 'é', false],
  ['^\\cJ$', '\n', true],
  ['^\\u0041\\x42\\u{43}$', 'ABC', true],
  ['^\\ud83d\\ude00$', '😀', true],
  ['^😀*$', '😀😀', true],
  ['^[😀-😃]$', '😁', true],
  ['[]', 'a', false],
  ['^[^]$', '\n', true],
  ['^[[a]$', '[', true],
  ['^[[:alpha:]]$', ':]', true],
  ['^a{,2}$', 'a{,2}', true],
  ['^{a}$', '{a}', true],
  ['^]}$', ']}', true],
  ['^\\/\\-\\_$', '/-_', true],
  ['^[\\b]$', '\b', true],
  ['^\\p{Letter}cole$', 'École', true],
  ['^\\p{digit}+$', '৪২', true],
  ['^\\P{Lu}$', 'A', false],
  ['^[\\p{Script=Greek}!]+$', 'αβ!', true],
  ['^\\p{ASCII}$', 'é', false],
  ['^\\12$', '\n', true],
  ['^(?<year>\\d{4})$', '2024', true],
  ['^a{2,3}?$', 'aaa', true],
  ['^[a\\-z]$', '-', true],
  ['^[\\d-x]$', '-', true],
  ['(?i)^bearer$', 'Bearer', true],
  ['\\Abearer\\z', 'bearer', false],
]

describe('compilePattern', () => {
  it.each(DIFFERENCES_FROM_RE2)('reads %s as ECMA-262 does: %j', (source, text, matches) => {
    expect(compiled(source).test(text)).toBe(matches)
  })

  it('finds a match anywhere in the text unless the whole of it is asked for', () => {
    const found = [
      compiled('b|a').test('xay'),
      compiled('b|a', 'whole').test('xay'),
      compiled('b|a', 'whole').test('a'),
    ]
    expect(found).toEqual([true, false, true])
  })

  it.each([
    ['^(?=.*[A-Z])(?=.*\\d)[\\w!]{8,}$', 'Passw0rd!', 'password!'],
    ['^(?!admin$).+$', 'administrator', 'admin'],
    ['(?<=\\$)\\d+', 'cost $5', 'cost 5'],
    ['(?<!\\$)\\b\\d', 'cost 5', 'cost $5'],
    ['^(a|b)\\1$', 'bb', 'ab'],
    ['^(?<quote>[\'"]).*\\k<quote>$', '"a"', '"a\''],
    ['^.{0,5000}$', 'x'.repeat(5000), 'x'.repeat(5001)],
    ['^(?:.{40}){40}$', 'é'.repeat(1600), 'é'.repeat(1599)],
  ])('matches %s, which RE2 cannot express', (source, matching, other) => {
    const pattern = compiled(source)
    expect([pattern.isLinear, pattern.test(matching), pattern.test(other)]).toEqual([false, true, false])
  })

  it.each([
    '(a+)+$',
    '^(a|a)*$',
    '^(?=(a+)+$)',
    '^(?=(?:a|a)*b)',
    '(?<!(a+)+b)c$',
    '^(a+)+\\1$',
    '(.*)(.*)(.*)(.*)(.*)(.*)(.*)\\7x$',
    '(?:(?:(?:a*)*)*)*(?=b)',
  ])('answers soon for %s on a hostile text', (source) => {
    expect(compiled(source).test(`${'a'.repeat(3000)}!`)).toBe(false)
  })

  it('matches a long text by a pattern with lookaround', () => {
    expect(compiled('^(?=.*Z)[a-zA-Z]+$').test(`${'a'.repeat(100_000)}Z`)).toBe(true)
  })

  it.each([
    ['a(b', 'a group is not closed: ")" is missing at character 4'],
    ['a)', 'a ")" has no "(" before it at character 2'],
    ['[a', 'a character class is not closed: "]" is missing at character 3'],
    ['*a', 'nothing to repeat at character 2'],
    ['a**', 'nothing to repeat at character 4'],
    ['a{3,2}', 'the numbers of a quantifier are out of order at character 7'],
    ['[z-a]', 'a range of a character class is out of order at character 5'],
    ['\\p{Nonsense}', 'unknown Unicode property "Nonsense" at character 13'],
    ['a\\', 'the pattern ends with a backslash at character 3'],
    ['(?<a', 'the name of a group is not closed: ">" is missing at character 5'],
    ['((a{1000}){1000}){1000}', 'the counts of the pattern are too large'],
  ])('says what is wrong with %s', (source, problem) => {
    expect(compilePattern(source)).toEqual({ problem })
  })

  it('refuses a pattern that is too long or nested too deep', () => {
    expect([compilePattern('('.repeat(9000) + ')'.repeat(9000)), compilePattern('a'.repeat(30_000))]).toEqual([
      { problem: 'groups are nested more than 200 deep at character 201' },
      { problem: 'the pattern is longer than 20000 characters' },
    ])
  })

  it('agrees with the native engine on generated patterns and texts', () => {
    const random = sequence(20_240)
    const disagreements: string[] = []
    for (let round = 0; round < 4000; round++) {
      const source = generatePattern(random, 3)
      const native = new RegExp(source, 'u')
      const pattern = compiled(source)
      for (let sample = 0; sample < 4; sample++) {
        const text = Array.from({ length: random(5) }, () => 'ab1 \n'[random(5)]).join('')
        if (native.test(text) !== pattern.test(text)) disagreements.push(`${source} on ${JSON.stringify(text)}`)
      }
    }
    expect(disagreements).toEqual([])
  })
})

/** Whole numbers below a bound, the same ones on every run. */
function sequence(seed: number): (bound: number) => number {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

function generatePattern(random: (bound: number) => number, depth: number): string {
  const inner = () => generatePattern(random, depth - 1)
  if (depth === 0) return ['a', 'b', '1', '.', '\\d', '\\w', '\\s', '[^a]', '[ab]', '\\b', '^', '$'][random(12)] ?? 'a'
  switch (random(9)) {
    case 0:
      return `(?:${inner()})${['*', '+', '?', '{2}', '{1,2}', '*?', '{0,3}?'][random(7)]}`
    case 1:
      return `${inner()}|${inner()}`
    case 2:
      return `(?=${inner()})`
    case 3:
      return `(?!${inner()})${inner()}`
    case 4:
      return `${inner()}(?<=${inner()})`
    case 5:
      return `(?<!${inner()})`
    case 6:
      return `(${inner()})`
    case 7:
      return `(?:(${inner()})|${inner()})*(?:\\1)`
    default:
      return inner() + inner()
  }
}
