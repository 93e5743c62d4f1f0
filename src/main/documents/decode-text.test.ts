import { describe, expect, it } from 'vitest'
import { decodeText, MAX_DOCUMENT_BYTES } from './decode-text'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function utf16(text: string, order: 'little' | 'big'): Uint8Array {
  const units = `\uFEFF${text}`.split('').map((character) => character.charCodeAt(0))
  return Uint8Array.from(
    units.flatMap((unit) => (order === 'little' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
  )
}

function refusalOf(bytes: Uint8Array): string {
  const decoded = decodeText(bytes, 'orders.yaml')
  if ('text' in decoded) return 'accepted'
  const [first] = decoded.diagnostics
  return `${first?.code} ${first?.range?.line}:${first?.range?.column} ${first?.message}`
}

describe('decodeText', () => {
  const sample = 'a: é\nb: "漢字 😀 ñ"\n'

  it('reads UTF-8 with and without a byte order mark', () => {
    expect(decodeText(utf8(sample), 'a')).toEqual({ text: sample })
    expect(decodeText(utf8(`\uFEFF${sample}`), 'a')).toEqual({ text: sample })
    expect(decodeText(new Uint8Array(), 'a')).toEqual({ text: '' })
  })

  it('reads UTF-16 of either byte order with its mark', () => {
    expect(decodeText(utf16(sample, 'little'), 'a')).toEqual({ text: sample })
    expect(decodeText(utf16(sample, 'big'), 'a')).toEqual({ text: sample })
  })

  it('agrees with the platform on every code point', () => {
    const points = Array.from({ length: 0x1100 }, (_, block) => 0x100 * block + 0x41).filter(
      (p) => p < 0xd800 || p > 0xdfff,
    )
    const text = points.map((point) => String.fromCodePoint(point)).join('')
    expect(decodeText(utf8(text), 'a')).toEqual({ text })
  })

  it.each([
    [
      [0x61, 0x0a, 0xe9, 0x62],
      'text/not-utf8 2:1 orders.yaml: byte 2 (0xE9) is not valid UTF-8; the file may be in another encoding. Save it as UTF-8.',
    ],
    [[0xc0, 0x80], 'text/not-utf8 1:1'],
    [[0xe0, 0x80, 0x80], 'text/not-utf8 1:1'],
    [[0xed, 0xa0, 0x80], 'text/not-utf8 1:1'],
    [[0xf4, 0x90, 0x80, 0x80], 'text/not-utf8 1:1'],
    [[0xf0, 0x8f, 0xbf, 0xbf], 'text/not-utf8 1:1'],
    [[0x61, 0xe2, 0x82], 'text/not-utf8 1:2'],
    [[0x61, 0x00], 'text/not-text 1:2 orders.yaml: byte 1 is NUL, so this is not a text file. Save it as UTF-8 text.'],
    [[0xff, 0xfe, 0x61], 'text/not-text 1:3'],
    [[0xff, 0xfe, 0x00, 0xd8], 'text/not-text 1:3'],
    [[0xff, 0xfe, 0x00, 0xdc], 'text/not-text 1:3'],
    [[0xff, 0xfe, 0x00, 0x00], 'text/not-text 1:3'],
    [
      [0x1f, 0x8b, 0x08],
      'text/compressed 1:1 orders.yaml is a gzip file, not a JSON or YAML document. Unpack it and open what is inside.',
    ],
    [[0x50, 0x4b, 0x03, 0x04], 'text/compressed 1:1 orders.yaml is a zip file'],
  ])('refuses the bytes %j, naming the place', (bytes, expected) => {
    expect(refusalOf(Uint8Array.from(bytes)).slice(0, expected.length)).toBe(expected)
  })

  it('refuses a file of more than 16 MB', () => {
    expect(refusalOf(new Uint8Array(MAX_DOCUMENT_BYTES + 1).fill(0x61))).toContain('documents of up to 16 MB are read')
  })
})
