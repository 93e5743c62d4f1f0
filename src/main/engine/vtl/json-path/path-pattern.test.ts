import { describe, expect, it } from 'vitest'
import { parsePathPattern } from './path-pattern'

describe('parsePathPattern', () => {
  it('matches whole texts only', () => {
    const pattern = parsePathPattern('/a.c|x/')
    expect(['abc', 'x', 'abcd', 'xabc', ''].map((text) => pattern.matches(text))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })

  it('forgets about upper and lower case when it ends with an i', () => {
    const texts = ['ABC', 'abc', 'ab/i']
    expect(texts.map((text) => parsePathPattern('/abc/i').matches(text))).toEqual([true, true, false])
    expect(texts.map((text) => parsePathPattern('/ABC/').matches(text))).toEqual([true, false, false])
  })

  it('takes the last slash for its end', () => {
    const pattern = parsePathPattern('/a/b/')
    expect([pattern.source, pattern.matches('a/b')]).toEqual(['a/b', true])
  })

  it('knows lookaround, which costs more', () => {
    const [plain, looking] = [parsePathPattern('/a+/'), parsePathPattern('/(?=ab).*/')]
    expect([looking.matches('abc'), looking.matches('acb'), looking.costPerCharacter > plain.costPerCharacter]).toEqual(
      [true, false, true],
    )
  })

  it.each(['/', '/[/', '/(/', `/${'a'.repeat(2_001)}/`])('refuses %s', (literal) => {
    expect(() => parsePathPattern(literal)).toThrow(
      expect.objectContaining({ className: 'com.jayway.jsonpath.InvalidPathException' }),
    )
  })
})
