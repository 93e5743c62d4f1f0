/** Fills an array with random numbers, as `crypto.getRandomValues` does. */
export type FillRandom = (numbers: Uint32Array<ArrayBuffer>) => unknown

/** So many characters of an alphabet, drawn at random. */
export function randomText(length: number, alphabet: string, fillRandom: FillRandom): string {
  const numbers = new Uint32Array(length)
  fillRandom(numbers)
  return Array.from(numbers, (number) => alphabet[number % alphabet.length]).join('')
}
