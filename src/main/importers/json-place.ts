import { pointerSegment } from '@shared/diagnostic'

/** A value of the document and where it stands. */
export interface Place {
  readonly value: unknown
  /** JSON pointer, as in "/paths/~1orders/get". */
  readonly pointer: string
}

export type JsonRecord = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A member of a record, its own ones only; undefined when it has none of that name. */
export function memberOf(value: unknown, pointer: string, name: string): Place | undefined {
  if (!isRecord(value) || !Object.hasOwn(value, name)) return undefined
  return { value: value[name], pointer: `${pointer}/${pointerSegment(name)}` }
}

/** "a list", "nothing", "the text "x"": a value in words, short enough for a message. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  if (typeof value !== 'string') return `${typeof value === 'boolean' ? '' : 'the number '}${String(value)}`
  return `the text ${quoted(value)}`
}

/** A text in quotes and on one line, cut when it is long. */
export function quoted(text: string): string {
  const line = text.slice(0, 400).replace(/\s+/g, ' ').trim()
  return `"${line.length > 80 ? `${line.slice(0, 77)}...` : line}"`
}
