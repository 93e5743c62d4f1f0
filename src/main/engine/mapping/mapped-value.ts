import type { MappingFailure } from './mapping-failure'

/**
 * What the right side of a mapping comes to. `values`: every one where the target can have several, as for a query parameter; `value`:
 * the one text of them.
 */
export type MappedValue =
  | { readonly kind: 'value'; readonly value: string; readonly values: readonly string[] }
  | { readonly kind: 'absent' }
  | MappingFailure

export const ABSENT_VALUE: MappedValue = { kind: 'absent' }

/** An empty text counts as absent. Source: rest-api.md 9.5, recorded. */
export function mappedText(value: string | undefined): MappedValue {
  return value === undefined || value === '' ? ABSENT_VALUE : { kind: 'value', value, values: [value] }
}

/** Several values, joined by commas where one text is needed. */
export function mappedTexts(values: readonly string[]): MappedValue {
  return values.length === 0 ? ABSENT_VALUE : { kind: 'value', value: values.join(','), values }
}
