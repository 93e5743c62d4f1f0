import { fstatSync } from 'node:fs'
import type { Readable } from 'node:stream'

/** Calls `onEnd` when whoever holds the other end of standard input is gone. A closed or redirected input says nothing. */
export function onInputEnd(input: Readable & { readonly fd?: number }, onEnd: () => void): void {
  if (input.fd === undefined || !isPipe(input.fd)) return
  input.once('end', onEnd).once('error', onEnd)
  input.resume()
}

function isPipe(fd: number): boolean {
  try {
    const stats = fstatSync(fd)
    return stats.isFIFO() || stats.isSocket()
  } catch {
    return false
  }
}
