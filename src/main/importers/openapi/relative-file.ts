/**
 * The file that a name means when it stands in another file of the same folder: "../common.yaml" in "schemas/order.yaml" is "common.yaml".
 * null when it leads out of the folder, or can be no file's name.
 */
export function relativeFile(name: string, from: string): string | null {
  const parts = from.split('/').slice(0, -1)
  for (const part of decoded(name).split('/')) {
    if (part === '' || part === '.') continue
    if (part.includes('\\') || part.includes('\0') || part.includes('#')) return null
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  return parts.length === 0 ? null : parts.join('/')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A lone percent sign: the author did not encode, so the text stands for itself.
    return text
  }
}
