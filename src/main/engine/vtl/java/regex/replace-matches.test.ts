import { describe, expect, it } from 'vitest'
import { JavaException } from '../java-exception'
import { replaceAllMatches, replaceFirstMatch } from './replace-matches'

/** The class of what a replacement throws. */
function failure(text: string, pattern: string, replacement: string | null): string {
  try {
    return replaceAllMatches(text, pattern, replacement)
  } catch (error) {
    if (error instanceof JavaException) return `${error.className}: ${error.message}`
    throw error
  }
}

describe('replaceAll', () => {
  it('puts groups in for $1 and ${name}', () => {
    expect(replaceAllMatches('john smith', '(?<first>\\w+) (\\w+)', '$2, ${first} [$0]')).toBe(
      'smith, john [john smith]',
    )
  })

  it('reads as many digits as there are groups', () => {
    expect(replaceAllMatches('ab', '(a)(b)', '$21-$12')).toBe('b1-a2')
  })

  it('takes the meaning from what follows a backslash', () => {
    expect(replaceAllMatches('a.b', '\\.', '\\$\\\\\\n')).toBe('a$\\nb')
  })

  it('leaves out a group that took no part', () => {
    expect(replaceAllMatches('ac', 'a(b)?c', '[$1]')).toBe('[]')
  })

  it('finds empty matches between the characters', () => {
    expect(replaceAllMatches('axb', 'x*', '-')).toBe('-a--b-')
  })

  it('undoes what escapeJavaScript did to apostrophes', () => {
    expect(replaceAllMatches("it\\'s", "\\\\'", "'")).toBe("it's")
  })

  it('does not look at the replacement when nothing matches', () => {
    expect(failure('abc', 'x', '$9')).toBe('abc')
    expect(failure('abc', 'x', null)).toBe('abc')
  })

  it('refuses replacements that name no group', () => {
    expect(
      [null, '$', '$x', '$3', '\\', '${', '${x}', '${1}', '${x'].map((replacement) => failure('a', '(a)', replacement)),
    ).toEqual([
      'java.lang.NullPointerException: replacement',
      'java.lang.IllegalArgumentException: Illegal group reference: group index is missing',
      'java.lang.IllegalArgumentException: Illegal group reference',
      'java.lang.IndexOutOfBoundsException: No group 3',
      'java.lang.IllegalArgumentException: character to be escaped is missing',
      "java.lang.IllegalArgumentException: named capturing group is missing trailing '}'",
      'java.lang.IllegalArgumentException: No group with name {x}',
      'java.lang.IllegalArgumentException: capturing group name {1} starts with digit character',
      "java.lang.IllegalArgumentException: named capturing group is missing trailing '}'",
    ])
  })

  it('ends with an error before a text gets out of hand', () => {
    expect(failure('a'.repeat(100_000), 'a', 'x'.repeat(1_000))).toBe('java.lang.OutOfMemoryError: Java heap space')
  })
})

describe('replaceFirst', () => {
  it('replaces the first match only', () => {
    expect(replaceFirstMatch('a-b-c', '-', '+')).toBe('a+b-c')
  })
})
