/**
 * The words of a text, letters and digits only; all but the first begin with a capital, as in "order--full" -> ["order", "Full"].
 * A single word stays as written.
 */
export function nameWords(text: string): string[] {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '')
  return words.map((word, index) => (index === 0 ? word : capitalised(word)))
}

export function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
