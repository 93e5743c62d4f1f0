export type ParsedNumbers = { readonly numbers: readonly number[] } | { readonly error: string }

/** The most numbers a pasted list may have. */
const MAX_NUMBERS = 10_000

/** "12, 15\n18" -> 12, 15, 18: what a person pastes, separated by commas, semicolons, spaces or lines. */
export function numbersOf(text: string): ParsedNumbers {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '')
  if (words.length === 0) return { error: 'At least one number is needed' }
  if (words.length > MAX_NUMBERS) return { error: 'At most 10,000 numbers' }
  const wrong = words.find((word) => !/^\d+(\.\d+)?$/.test(word))
  return wrong === undefined
    ? { numbers: words.map(Number) }
    : { error: `${wrong.slice(0, 20)} is not a number, 0 or more` }
}

/** What is wrong with such a text; undefined when nothing is. */
export function problemOfNumbers(text: string): string | undefined {
  const parsed = numbersOf(text)
  return 'error' in parsed ? parsed.error : undefined
}
