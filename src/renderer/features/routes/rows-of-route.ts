import type { LadderRow } from '../../ui/pipeline/ladder-row'
import type { RouteContext } from './route-context'
import { apiKeyRow, authorizerRow, clientRow, resourcePolicyRow } from './rows/access-rows'
import { integrationRow, requestMappingRow, responseMappingRow } from './rows/backend-rows'
import { cacheRow, throttleRow, validationRow } from './rows/limit-rows'
import { wafRow } from './rows/waf-row'

/** The ladder of a REST route in one stage, from the client to the answer, every setting in words. */
export function rowsOfRoute(route: RouteContext): LadderRow[] {
  return [
    clientRow(route),
    wafRow(route),
    resourcePolicyRow(route),
    authorizerRow(route),
    apiKeyRow(route),
    throttleRow(route),
    validationRow(route),
    cacheRow(route),
    requestMappingRow(route),
    integrationRow(route),
    responseMappingRow(route),
  ]
}
