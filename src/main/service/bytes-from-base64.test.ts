import { describe, expect, it } from 'vitest'
import { bytesFromBase64 } from './bytes-from-base64'

describe('bytesFromBase64', () => {
  it('reads what any length of bytes is written as', () => {
    for (let length = 0; length < 200; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255)
      expect(bytesFromBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes)
    }
  })

  it('refuses other characters and cut texts', () => {
    expect([bytesFromBase64('ab=!'), bytesFromBase64('abc'), bytesFromBase64('äbcd')]).toEqual([null, null, null])
  })
})
