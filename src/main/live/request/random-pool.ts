import { randomFillSync } from 'node:crypto'

/** Bytes fetched from the system at once. */
const POOL = 4096

const pool = Buffer.alloc(POOL)
let used = POOL

/** `count` unpredictable bytes, up to 64: a request needs some for its ids, and each fetch of its own costs microseconds. */
export function randomFromPool(count: number): Buffer {
  const from = take(count)
  // A copy: the pool is filled anew under whoever keeps it.
  return Buffer.from(pool.subarray(from, from + count))
}

/** The same as text, which costs no bytes of its own. */
export function randomText(count: number, encoding: 'hex' | 'base64'): string {
  const from = take(count)
  return pool.toString(encoding, from, from + count)
}

/** Where the next bytes stand. */
function take(count: number): number {
  if (used + count > POOL) {
    randomFillSync(pool)
    used = 0
  }
  used += count
  return used - count
}
