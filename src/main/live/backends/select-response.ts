import type { IntegrationResponse } from '@shared/design/integration'
import { compilePattern } from '../../engine/validation/safe-pattern'

/**
 * The integration response for a status: the first whose pattern matches the whole of it, else one without a pattern, that of the same
 * status before others. Source: rest-api.md 9.7 (U12, U13) and 9.8.
 */
export function selectResponse(
  responses: readonly IntegrationResponse[],
  status: string,
): IntegrationResponse | undefined {
  const matching = responses.find(({ selectionPattern }) => {
    if (!selectionPattern) return false
    const pattern = compilePattern(selectionPattern, 'whole')
    return !('problem' in pattern) && pattern.test(status)
  })
  const defaults = responses.filter(({ selectionPattern }) => !selectionPattern)
  return matching ?? defaults.find(({ statusCode }) => statusCode === status) ?? defaults[0]
}
