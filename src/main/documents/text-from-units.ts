const CHUNK = 8192

/** Text of the first `length` UTF-16 units, in pieces small enough to pass as arguments. */
export function textFromUnits(units: Uint16Array, length: number): string {
  const pieces: string[] = []
  for (let from = 0; from < length; from += CHUNK) {
    pieces.push(String.fromCharCode(...units.subarray(from, Math.min(from + CHUNK, length))))
  }
  return pieces.join('')
}
