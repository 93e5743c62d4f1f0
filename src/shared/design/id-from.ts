const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'

/**
 * An id derived from a text: the same text always gives the same id. Lower-case letters and digits, as in "k3v9x0a2bq" for length 10.
 * Departure: the service draws its ids at random; ours repeat so that an import gives the same project, path and ARNs each time.
 */
export function idFrom(text: string, length: number): string {
  const low = hash(text, 0x811c9dc5)
  const high = hash(text, 0x01000193)
  let id = ''
  for (let index = 0; index < length; index += 1) {
    id += ALPHABET[mix(low + Math.imul(high | 1, index + 1)) % ALPHABET.length]
  }
  return id
}

/** FNV-1a over UTF-16 code units, from a seed. */
function hash(text: string, seed: number): number {
  let state = seed
  for (let index = 0; index < text.length; index += 1) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193)
  return mix(state)
}

/** Spreads every bit over the whole word (the finaliser of MurmurHash3). */
function mix(word: number): number {
  let state = word | 0
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}
