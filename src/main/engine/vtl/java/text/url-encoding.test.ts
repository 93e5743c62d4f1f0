import { describe, expect, it } from 'vitest'
import { outcome } from '../testing/java-call'
import { decodeUrl, encodeUrl } from './url-encoding'

describe('encodeUrl', () => {
  it('writes a blank as "+" and everything but letters, digits and -_.* as bytes', () => {
    expect(encodeUrl('a b-_.*~!é😀/?&=%+')).toBe('a+b-_.*%7E%21%C3%A9%F0%9F%98%80%2F%3F%26%3D%25%2B')
  })

  it('writes half of a pair as a question mark', () => {
    expect(encodeUrl('a\ud83d \ude00')).toBe('a%3F+%3F')
  })
})

describe('decodeUrl', () => {
  it('undoes what encodeUrl does', () => {
    const text = 'a b-_.*~!é😀/?&=%+\0\u2028'
    expect(decodeUrl(encodeUrl(text))).toBe(text)
  })

  it('reads neighbouring bytes together', () => {
    expect(decodeUrl('%C3%A9+%e2%82%ac')).toBe('é €')
  })

  it('replaces bytes that are no UTF-8', () => {
    expect(['%E9', '%C3x', '%80%80', '%ED%A0%80', '%F0%9F%98'].map(decodeUrl)).toEqual([
      '\ufffd',
      '\ufffdx',
      '\ufffd\ufffd',
      '\ufffd',
      '\ufffd',
    ])
  })

  it('takes a sign for a digit, as Java does', () => {
    expect([decodeUrl('%+1'), decodeUrl('%-0')]).toEqual(['\u0001', '\0'])
  })

  it('refuses "%" without two digits', () => {
    expect(['%', 'a%4', '%zz', '%4g', '%-1', '% 1'].map((text) => outcome(() => decodeUrl(text)))).toEqual(
      Array.from({ length: 6 }, () => 'throws java.lang.IllegalArgumentException'),
    )
  })
})
