import type { IntegrationResponse } from '@shared/design/integration'
import { compilePattern } from '../validation/safe-pattern'

/** Patterns are compiled once for each response of a design. */
const compiled = new WeakMap<IntegrationResponse, ReturnType<typeof compilePattern>>()

/**
 * The integration response for a status: the first whose pattern matches the whole of it, else one without a pattern, that of the same
 * status before others. Source: rest-api.md 9.7 (U12, U13) and 9.8.
 */
export function selectResponse(
  responses: readonly IntegrationResponse[],
  status: string,
): IntegrationResponse | undefined {
  const matching = responses.find((response) => matches(response, status))
  const defaults = responses.filter(({ selectionPattern }) => !selectionPattern)
  return matching ?? defaults.find(({ statusCode }) => statusCode === status) ?? defaults[0]
}

/** A pattern that cannot be read matches nothing. */
function matches(response: IntegrationResponse, status: string): boolean {
  if (!response.selectionPattern) return false
  const pattern = compiled.get(response) ?? compilePattern(response.selectionPattern, 'whole')
  compiled.set(response, pattern)
  return !('problem' in pattern) && pattern.test(status)
}
