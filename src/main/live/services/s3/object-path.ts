/** Characters of a key that a file's name may have on every system. */
const PLAIN = /[A-Za-z0-9 !()+,=@_.-]/
/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
/** Stands for a part of a key that is empty, as in "a//b" and in "folder/": no encoded part is a lone percent sign. */
const EMPTY_PART = '%'
/** Bytes that the name of one file may have; file systems allow 255, and a suffix is added while it is written. */
const LONGEST_PART = 200
/** So that the whole path fits on every system, and folders can be walked. */
const LONGEST_PATH = 2000
/** Folders that lie in one another. */
export const MOST_DEPTH = 100

/**
 * The files' names that a key is kept under, one for each of its parts: "orders/a b.json" -> ["orders", "a b.json"]. Whatever has a
 * meaning to a file system is encoded, so that "..", "/" or "\" in a key lead nowhere. Null for a key that no file can have.
 */
export function pathOfKey(key: string): string[] | null {
  const parts = key.split('/').map(encodePart)
  const length = parts.reduce((sum, part) => sum + part.length + 1, 0)
  if (parts.length > MOST_DEPTH || length > LONGEST_PATH) return null
  return parts.some((part) => part.length > LONGEST_PART) ? null : parts
}

/** The key's part that a file's name stands for; null for a name that no key has. */
export function partOfName(name: string): string | null {
  if (name === EMPTY_PART) return ''
  let part: string
  try {
    part = decodeURIComponent(name)
  } catch {
    return null
  }
  return encodePart(part) === name ? part : null
}

function encodePart(part: string): string {
  if (part === '') return EMPTY_PART
  const whole = [...part.replaceAll(/[\ud800-\udfff]/gu, '\ufffd')]
  const encoded = whole.map((character) => (PLAIN.test(character) ? character : encodeCharacter(character)))
  const last = encoded.length - 1
  // "." and ".." are folders, and Windows drops a dot or a blank at the end of a name.
  if (encoded[last] === '.' || encoded[last] === ' ') encoded[last] = encodeCharacter(encoded[last]!)
  if (DEVICE.test(part)) encoded[0] = encodeCharacter(whole[0]!)
  return encoded.join('')
}

/** Bytes as "%2E", those that `encodeURIComponent` leaves as they are too. */
function encodeCharacter(character: string): string {
  const bytes = [...new TextEncoder().encode(character)]
  return bytes.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
}
