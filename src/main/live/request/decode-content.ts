import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'

const DECODERS = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
}

/** A body without its content coding; null when it is not what the coding says, or would become larger than `limit` bytes. */
export async function decodeContent(body: Buffer, coding: string | undefined, limit: number): Promise<Buffer | null> {
  const name = (coding ?? '').trim().toLowerCase()
  if (name === '' || name === 'identity' || body.length === 0) return body
  if (!Object.hasOwn(DECODERS, name)) return body
  try {
    return await DECODERS[name as keyof typeof DECODERS](body, { maxOutputLength: limit })
  } catch {
    return null
  }
}
