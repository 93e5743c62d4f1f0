import { describe, expect, it } from 'vitest'
import { outcome } from '../testing/java-call'
import { decodeBase64, encodeBase64 } from './base64'
import { decodeUtf8, encodeUtf8 } from './utf8'

function decode(text: string): string {
  return decodeUtf8(decodeBase64(text))
}

describe('encodeBase64', () => {
  it('pads to four characters', () => {
    expect(['', 'a', 'ab', 'abc', '😀', '\u00ff?>'].map((text) => encodeBase64(encodeUtf8(text)))).toEqual([
      '',
      'YQ==',
      'YWI=',
      'YWJj',
      '8J+YgA==',
      'w78/Pg==',
    ])
  })

  it('writes long texts in one piece', () => {
    const text = 'ä'.repeat(20_000)
    expect(decode(encodeBase64(encodeUtf8(text)))).toBe(text)
  })
})

describe('decodeBase64', () => {
  it('reads texts with and without padding', () => {
    expect(['', 'YQ==', 'YQ', 'YWI=', 'YWI', 'YWJj', 'YR=='].map(decode)).toEqual([
      '',
      'a',
      'a',
      'ab',
      'ab',
      'abc',
      'a',
    ])
  })

  it('refuses everything else, as java.util.Base64 does', () => {
    const texts = ['a', 'YWJjY', 'YQ=', 'Y===', '=', '====', 'YQ==x', 'YWJj=', 'YW Jj', 'YWJj\n', '_-8=', 'é', '😀a']
    expect(texts.map((text) => outcome(() => decode(text)))).toEqual(
      texts.map(() => 'throws java.lang.IllegalArgumentException'),
    )
  })
})
