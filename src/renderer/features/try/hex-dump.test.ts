import { expect, test } from 'vitest'
import { bytesOfBase64, HEX_LIMIT, hexDump } from './hex-dump'

test('shows offset, bytes and what can be read', () => {
  const bytes = new TextEncoder().encode('Hello, gateway.\n\u00e9!')
  expect(hexDump(bytes)).toBe(
    [
      '00000000  48 65 6c 6c 6f 2c 20 67  61 74 65 77 61 79 2e 0a  Hello, gateway..',
      '00000010  c3 a9 21                                          ..!',
    ].join('\n'),
  )
})

test('shows nothing of nothing, and not all of very much', () => {
  expect(hexDump(new Uint8Array())).toBe('')
  expect(hexDump(new Uint8Array(HEX_LIMIT * 2)).split('\n')).toHaveLength(HEX_LIMIT / 16)
})

test('reads base64', () => {
  expect([...bytesOfBase64('AP8Q')]).toEqual([0, 255, 16])
})
