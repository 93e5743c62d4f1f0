import { describe, expect, it } from 'vitest'
import { decodeBase64Url } from './base64url'

describe('decodeBase64Url', () => {
  it('gives the bytes that Node gives', () => {
    const all = Uint8Array.from({ length: 256 }, (_, index) => index)
    for (const length of [0, 1, 2, 3, 255, 256]) {
      const text = Buffer.from(all.subarray(0, length)).toString('base64url')
      expect([length, decodeBase64Url(text)]).toEqual([length, all.slice(0, length)])
    }
  })

  it.each([
    ['padding', 'YQ=='],
    ['the alphabet of plain base64', '-_+/'],
    ['blanks', 'YWJj YWJj'],
    ['line ends', 'YWJj\n'],
    ['characters beyond ASCII', 'YWJé'],
    ['a length that no bytes have', 'YWJjY'],
    ['bits that belong to no byte', 'YR'],
  ])('refuses %s', (_what, text) => {
    expect(decodeBase64Url(text)).toBeNull()
  })
})
