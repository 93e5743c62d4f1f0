import { randomBytes } from 'node:crypto'

/** Where ids come from: this many bytes of chance. */
export type RandomBytes = (count: number) => Uint8Array

export const SYSTEM_RANDOM: RandomBytes = (count) => randomBytes(count)

/** "5f0c1f6e-8d3b-4a52-9a0e-6b7b3f1c2d4e", version 4. */
export function randomUuid(random: RandomBytes): string {
  const bytes = Buffer.from(random(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
