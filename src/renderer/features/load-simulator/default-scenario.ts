import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import { restRoutes, routeKeysOf } from '@shared/design/route-key'
import type { Scenario, TrafficSource } from '@shared/design/scenario'
import { webSocketScenario } from './web-socket-scenario'

/** A gentle rate that a laptop-sized backend answers, far below the account's limit. Requests per second. */
const STEADY_RATE = 200

/**
 * A first scenario for an API: steady independent arrivals over all of its routes, reads more often than writes, with the keys, callers
 * and items its routes ask for.
 */
export function defaultScenario(design: Design, api: Api, stage: string): Scenario {
  if (api.protocolType === 'WEBSOCKET') {
    const name = freeName('Steady connections', design.scenarios)
    return { name, apiId: api.id, stage, ...webSocketScenario(api) }
  }
  return {
    name: freeName('Steady traffic', design.scenarios),
    apiId: api.id,
    stage,
    durationInSeconds: 300,
    seed: 42,
    sources: [defaultSource(design, api, stage)],
    backends: { '*': { latency: { distribution: 'LOGNORMAL', medianMs: 80, sigma: 0.4 } } },
    ...(usesAuthorizer(api) ? { authorizer: { latency: { distribution: 'CONSTANT', valueMs: 40 } } } : {}),
    checks: [{ metric: 'errorShare', operator: '<=', value: 0.01 }],
  }
}

/** A source of steady traffic over every route of the API. */
export function defaultSource(design: Design, api: Api, stage: string, name = 'Clients'): TrafficSource {
  const keys = needsApiKey(api) ? keyNames(design, api.id, stage) : []
  return {
    name,
    shape: { type: 'POISSON', ratePerSecond: STEADY_RATE },
    routes: Object.fromEntries(routeKeysOf(api).map((routeKey) => [routeKey, routeKey.startsWith('GET ') ? 3 : 1])),
    ...(keys.length > 0 ? { apiKeys: { names: keys, distribution: 'ZIPF' as const, exponent: 1 } } : {}),
    ...(usesAuthorizer(api) ? { identities: { count: 500, distribution: 'UNIFORM' as const } } : {}),
    ...(hasPathParameter(api) ? { items: { count: 200, distribution: 'ZIPF' as const, exponent: 1 } } : {}),
  }
}

/** "Steady traffic", or "Steady traffic 2" when that is taken. */
export function freeName(wanted: string, taken: readonly { readonly name: string }[]): string {
  const names = new Set(taken.map(({ name }) => name))
  if (!names.has(wanted)) return wanted
  let number = 2
  while (names.has(`${wanted} ${number}`)) number++
  return `${wanted} ${number}`
}

function needsApiKey(api: Api): boolean {
  return api.protocolType === 'REST' && restRoutes(api).some(({ method }) => method.apiKeyRequired)
}

function usesAuthorizer(api: Api): boolean {
  if (api.protocolType === 'REST') return restRoutes(api).some(({ method }) => method.authorizerId !== undefined)
  return Object.values(api.routes).some(({ authorizerId }) => authorizerId !== undefined)
}

function hasPathParameter(api: Api): boolean {
  return routeKeysOf(api).some((routeKey) => routeKey.includes('{'))
}

/** The enabled keys of every usage plan that covers the stage. */
function keyNames(design: Design, apiId: string, stage: string): string[] {
  const ids = new Set(
    design.usagePlans
      .filter((plan) => plan.apiStages.some((covered) => covered.apiId === apiId && covered.stage === stage))
      .flatMap((plan) => plan.keyIds),
  )
  return design.apiKeys.filter((key) => key.enabled && ids.has(key.id)).map((key) => key.name)
}
