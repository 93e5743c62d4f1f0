import type { Diagnostic } from '../../diagnostic'
import { LIMITS } from '../../limits'
import type { Integration } from '../integration'
import { isWholeWithin } from './numbers'
import { problem } from './problem'
import type { MethodScope } from './scope'

/** Fifteen minutes. Source: rest-api.md 9.1. */
const STREAM_TIMEOUT_MAX = 900_000

/** 50 to 29,000 ms; STREAM up to 15 minutes; regional and private APIs more by a raised quota. Source: rest-api.md 9.1, 15. */
export function checkIntegrationTimeout({ api, at, routeKey }: MethodScope, integration: Integration): Diagnostic[] {
  const { timeoutInMillis, responseTransferMode } = integration
  const min = LIMITS.integrationTimeoutMin.value
  const max = responseTransferMode === 'STREAM' ? STREAM_TIMEOUT_MAX : LIMITS.integrationTimeoutMax.value
  if (timeoutInMillis === undefined || isWholeWithin(timeoutInMillis, min, max)) return []
  const field = [...at, 'timeoutInMillis']
  const isRaisable = !api.endpointConfiguration.types.includes('EDGE') && isWholeWithin(timeoutInMillis, min)
  const message = isRaisable
    ? `${routeKey}: timeoutInMillis ${timeoutInMillis} is above ${max}. It needs a raised quota in your account.`
    : `${routeKey}: timeoutInMillis ${timeoutInMillis} is outside ${min} to ${max}. Give a whole number of milliseconds in that range.`
  return [problem('design/integration-timeout-invalid', field, message, isRaisable ? 'warning' : 'error')]
}
