import { describe, expect, it } from 'vitest'
import { decodeByHand, decodeUtf8 } from './decode-utf8'

const encode = (text: string): number[] => [...new TextEncoder().encode(text)]

describe('UTF-8', () => {
  it.each<[string, number[]]>([
    ['nothing', []],
    ['ASCII', encode('a: 1\n')],
    ['two, three and four bytes', encode('é € 😀 \uffff')],
    ['a mark within', [...encode('a'), 0xef, 0xbb, 0xbf, 0x62]],
    ['NUL', [0x61, 0, 0x62]],
    ['a continuation alone', [0x61, 0x80]],
    ['a cut sequence', [0x61, 0xe2, 0x82]],
    ['an overlong form', [0xc0, 0xaf]],
    ['another overlong form', [0xe0, 0x80, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['beyond the last character', [0xf4, 0x90, 0x80, 0x80]],
  ])('is the same by hand and by the platform: %s', (_name, bytes) => {
    const padded = Uint8Array.from([0x20, 0x20, ...bytes])
    expect(decodeUtf8(padded, 2)).toEqual(decodeByHand(padded, 2))
  })

  it('is read to the end where the platform has no decoder', () => {
    expect(decodeUtf8(Uint8Array.from(encode('é €')), 0, null)).toBe('é €')
  })
})
