import { Buffer } from 'node:buffer'
import type { ByteCodec } from '../engine/mapping/byte-codec'

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** Text and bytes by way of Node's buffers. */
export const BUFFER_CODEC: ByteCodec = {
  textOf: (bytes) => bufferOf(bytes).toString('utf8'),
  bytesOf: (text) => Buffer.from(text, 'utf8'),
  lengthOf: (text) => Buffer.byteLength(text, 'utf8'),
  base64Of: (bytes) => bufferOf(bytes).toString('base64'),
  bytesOfBase64: (text) => {
    const packed = text.replaceAll(/[\r\n]/g, '')
    return BASE64.test(packed) ? Buffer.from(packed, 'base64') : null
  },
}

/** The same bytes, not copied. */
export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
