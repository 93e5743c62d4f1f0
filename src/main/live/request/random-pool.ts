import { randomFillSync } from 'node:crypto'

/** Bytes fetched from the system at once. */
const POOL = 4096

const pool = Buffer.alloc(POOL)
let used = POOL

/** `count` unpredictable bytes, up to 64: a request needs some for its ids, and each fetch of its own costs microseconds. */
export function randomFromPool(count: number): Buffer {
  if (used + count > POOL) {
    randomFillSync(pool)
    used = 0
  }
  // A copy: the pool is filled anew under whoever keeps it.
  const bytes = Buffer.from(pool.subarray(used, used + count))
  used += count
  return bytes
}
