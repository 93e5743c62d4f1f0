import type { Design } from '@shared/design/design'
import { findApi } from '@shared/design/route-key'
import { integrationIdOf } from '@shared/design/v2-api'
import { OUTCOME_INFO, OUTCOMES, type OutcomeName } from '@shared/outcome'
import { OUTCOME_STRIDE } from '../engine/outcome'
import type { CompiledRoute, Runtime } from '../engine/runtime'

/** What clients of an HTTP API get for a function or service that fails in its own way. Source: http-api.md 8.2 and 8.7. */
const OF_HTTP_FUNCTION: { readonly [outcome in OutcomeName]?: number } = {
  INTEGRATION_SERVER_ERROR: 500,
  INTEGRATION_TIMEOUT: 503,
  INTEGRATION_FAILURE: 503,
  BLOCKED: 503,
}

/** The status that clients see, at `route * OUTCOME_STRIDE + outcome`. */
export function runStatuses(design: Design, { names }: Runtime): Uint16Array {
  const statuses = new Uint16Array(names.routes.length * OUTCOME_STRIDE)
  names.routes.forEach((route, at) => {
    const special = isHttpFunction(design, route) ? OF_HTTP_FUNCTION : {}
    OUTCOMES.forEach((name, outcome) => {
      statuses[at * OUTCOME_STRIDE + outcome] = special[name] ?? OUTCOME_INFO[name].status
    })
  })
  return statuses
}

function isHttpFunction(design: Design, route: CompiledRoute): boolean {
  const api = findApi(design, route.apiId)
  if (api?.protocolType !== 'HTTP' || route.protocolType !== 'HTTP') return false
  const id = integrationIdOf(route.route) ?? ''
  return Object.hasOwn(api.integrations, id) && api.integrations[id]!.integrationType === 'AWS_PROXY'
}
