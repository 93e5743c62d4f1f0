import { numbersOf } from './number-list'

/** "429, 503" -> [429, 503]; undefined for an empty text, which means the usual ones, and for one that is wrong. */
export function statusesOf(text: string): readonly number[] | undefined {
  if (text.trim() === '' || problemOfStatuses(text) !== undefined) return undefined
  const parsed = numbersOf(text)
  return 'numbers' in parsed ? [...new Set(parsed.numbers)] : undefined
}

/** What is wrong with such a text; undefined when nothing is. */
export function problemOfStatuses(text: string): string | undefined {
  if (text.trim() === '') return undefined
  const parsed = numbersOf(text)
  if ('error' in parsed) return parsed.error
  const wrong = parsed.numbers.find((status) => !Number.isInteger(status) || status < 400 || status > 599)
  return wrong === undefined ? undefined : `${wrong} is not a status from 400 to 599`
}
