import { describe, expect, it } from 'vitest'
import { decodeUtf8, encodeUtf8 } from './utf8'

describe('encodeUtf8', () => {
  it('writes one to four bytes for a character', () => {
    expect([...encodeUtf8('aé€😀')]).toEqual([0x61, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80])
  })

  it('writes half of a pair as "?"', () => {
    expect([...encodeUtf8('\ud83da\ude00')]).toEqual([0x3f, 0x61, 0x3f])
  })
})

describe('decodeUtf8', () => {
  it('reads what encodeUtf8 writes', () => {
    const text = 'aé€😀\0\u07ff\u0800\uffff'.repeat(3_000)
    expect(decodeUtf8(encodeUtf8(text))).toBe(text)
  })

  it('replaces what is no UTF-8, one sign for each start of a character', () => {
    const bytes = [
      [0x80],
      [0xc3],
      [0xc0, 0x80],
      [0xe2, 0x82],
      [0xe2, 0x82, 0x61],
      [0xf0, 0x9f, 0x98],
      [0xf5],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
    ]
    expect(bytes.map(decodeUtf8)).toEqual([
      '\ufffd',
      '\ufffd',
      '\ufffd\ufffd',
      '\ufffd',
      '\ufffda',
      '\ufffd',
      '\ufffd',
      '\ufffd',
      '\ufffd\ufffd\ufffd\ufffd',
    ])
  })
})
