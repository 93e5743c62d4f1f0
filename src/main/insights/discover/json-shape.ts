import { jsonScalars } from './json-fields'

/** Scalars and characters of a message up to which its shape is learnt. */
const MOST_SCALARS = 200
const LONGEST_MESSAGE = 8192

const TEXT = '"[^"\\\\\\x00-\\x1f]*"'
const OTHER = '-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?|true|false|null'

/**
 * What messages of one logger have in common: the same names in the same order with other values. Matching it is a proof that a text is
 * JSON with just these fields, several times as fast as reading it. Each value is matched in one way only, so that it takes one look at
 * the text.
 */
export interface JsonShape {
  readonly pattern: RegExp
  /** For each wanted field, the group of its value; 0 for one that such messages do not have. */
  readonly groups: readonly number[]
}

/** The shape of a message; null when it has none, or is not worth it. `wanted`: names of the fields that are taken out. */
export function jsonShape(message: string, wanted: readonly string[]): JsonShape | null {
  if (message.length > LONGEST_MESSAGE || message.includes('\\')) return null
  const scalars = jsonScalars(message)
  if (scalars === null || scalars.length === 0 || scalars.length > MOST_SCALARS) return null
  // Of a name that comes twice the last counts, as JSON has it.
  const places = wanted.map((name) => scalars.findLastIndex((scalar) => scalar.name === name))
  const taken = [...new Set(places)].filter((place) => place !== -1).sort((a, b) => a - b)
  let at = 0
  const parts = scalars.map(({ from, to }, index) => {
    const literal = escaped(message.slice(at, from))
    at = to
    const value = message[from] === '"' ? TEXT : `${TEXT}|${OTHER}`
    return `${literal}(${taken.includes(index) ? '' : '?:'}${value})`
  })
  const pattern = new RegExp(`^${parts.join('')}${escaped(message.slice(at))}$`)
  return { pattern, groups: places.map((place) => taken.indexOf(place) + 1) }
}

/** The value that a group of a shape has matched. */
export function matchedValue(text: string): string | null {
  if (text.charCodeAt(0) === 0x22) return text.slice(1, -1)
  return text === 'null' ? null : text
}

function escaped(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
