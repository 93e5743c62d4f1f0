import { describe, expect, it } from 'vitest'
import { convertRequestPayload, convertResponsePayload } from './convert-payload'
import { TEST_CODEC } from './testing/mapping-tools'

const RAW = new Uint8Array([0x61, 0xff])
const RAW_AS_TEXT = { kind: 'text', text: 'a\ufffd' }
const RAW_AS_BASE64 = { kind: 'text', text: 'Yf8=' }
const RAW_AS_BYTES = { kind: 'binary', bytes: RAW }
const BASE64 = TEST_CODEC.bytesOf('Yf8=')
const BASE64_AS_TEXT = { kind: 'text', text: 'Yf8=' }

describe('convertRequestPayload', () => {
  function convert(bytes: Uint8Array, contentType: string, contentHandling?: 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT') {
    return convertRequestPayload(bytes, contentType, { binaryMediaTypes: ['image/*'], contentHandling }, TEST_CODEC)
  }

  it('reads what is not among the binary types as UTF-8', () => {
    expect([convert(RAW, 'text/plain'), convert(RAW, 'text/plain', 'CONVERT_TO_TEXT')]).toEqual([
      RAW_AS_TEXT,
      RAW_AS_TEXT,
    ])
  })

  it('leaves the bytes of binary types alone, but for CONVERT_TO_TEXT, which writes base64', () => {
    expect([
      convert(RAW, 'image/png'),
      convert(RAW, 'image/png', 'CONVERT_TO_BINARY'),
      convert(RAW, 'image/png', 'CONVERT_TO_TEXT'),
    ]).toEqual([RAW_AS_BYTES, RAW_AS_BYTES, RAW_AS_BASE64])
  })

  it('decodes text with CONVERT_TO_BINARY, if it is base64', () => {
    const text = TEST_CODEC.bytesOf('no base64')
    expect([
      convert(BASE64, 'text/plain', 'CONVERT_TO_BINARY'),
      convert(text, 'text/plain', 'CONVERT_TO_BINARY'),
    ]).toEqual([RAW_AS_BYTES, null])
  })

  it('reads text when the API has no binary types', () => {
    const settings = { binaryMediaTypes: undefined, contentHandling: undefined }
    expect(convertRequestPayload(RAW, 'image/png', settings, TEST_CODEC)).toEqual(RAW_AS_TEXT)
  })
})

describe('convertResponsePayload', () => {
  it.each([
    ['text/plain', 'text/plain', undefined, RAW, RAW_AS_TEXT],
    ['text/plain', 'text/plain', 'CONVERT_TO_TEXT', RAW, RAW_AS_TEXT],
    ['text/plain', 'text/plain', 'CONVERT_TO_BINARY', BASE64, RAW_AS_BYTES],
    ['text/plain', 'text/plain', 'CONVERT_TO_BINARY', RAW, null],
    ['text/plain', 'image/png', undefined, BASE64, RAW_AS_BYTES],
    ['text/plain', 'image/png', undefined, RAW, null],
    ['text/plain', 'image/png', 'CONVERT_TO_TEXT', BASE64, BASE64_AS_TEXT],
    ['text/plain', 'image/png', 'CONVERT_TO_BINARY', BASE64, RAW_AS_BYTES],
    ['image/png', 'text/plain', undefined, RAW, RAW_AS_BASE64],
    ['image/png', 'text/plain', 'CONVERT_TO_TEXT', RAW, RAW_AS_BASE64],
    ['image/png', 'text/plain', 'CONVERT_TO_BINARY', RAW, RAW_AS_BYTES],
    ['image/png', 'image/png', undefined, RAW, RAW_AS_BYTES],
    ['image/png', 'image/png', 'CONVERT_TO_TEXT', RAW, RAW_AS_BASE64],
    ['image/png', 'image/png', 'CONVERT_TO_BINARY', RAW, RAW_AS_BYTES],
  ] as const)('from %s to %s with %s', (contentType, accept, contentHandling, bytes, expected) => {
    const settings = { binaryMediaTypes: ['image/png'], contentHandling }
    expect(convertResponsePayload(bytes, { contentType, accept }, settings, TEST_CODEC)).toEqual(expected)
  })

  it('only looks at the first type that the client accepts', () => {
    const settings = { binaryMediaTypes: ['image/png'], contentHandling: undefined }
    const types = { contentType: 'image/png', accept: 'image/webp,image/png' }
    expect(convertResponsePayload(RAW, types, settings, TEST_CODEC)).toEqual(RAW_AS_BASE64)
  })

  it('decodes base64 that a function returned as JSON', () => {
    const settings = { binaryMediaTypes: [], contentHandling: 'CONVERT_TO_BINARY' as const }
    const types = { contentType: 'application/json', accept: undefined }
    expect(convertResponsePayload(TEST_CODEC.bytesOf('"Yf8="'), types, settings, TEST_CODEC)).toEqual(RAW_AS_BYTES)
  })
})
