import type { ThrottlePreview, ThrottlePreviewRequest } from '@shared/contract/throttle-preview'
import type { Design } from '@shared/design/design'
import { findRestApi, splitRouteKey } from '@shared/design/route-key'
import type { Scenario } from '@shared/design/scenario'
import { Simulation } from '../simulator/simulation'
import { refuseBrokenScenario } from './refuse-broken-scenario'

/** Longest and densest preview: it is answered while somebody types. */
const MAX_REQUESTS = 500_000

/** What evenly spaced calls of one route get, through the real pipeline: one client that holds a key of the first plan, if one is needed. */
export function previewThrottle(design: Design, request: ThrottlePreviewRequest): ThrottlePreview {
  const seconds = Math.max(1, Math.min(request.durationInSeconds, Math.floor(MAX_REQUESTS / request.ratePerSecond)))
  const scenario = scenarioOf(design, request, seconds)
  refuseBrokenScenario(scenario, design)
  const simulation = new Simulation(design, scenario)
  while (simulation.run(100_000));
  const bySecond = Array.from({ length: Math.ceil(seconds) }, (_, second) => {
    const { admitted, throttled } = simulation.recorder.second(second)
    return { admitted, throttled }
  })
  return {
    ratePerSecond: request.ratePerSecond,
    admitted: bySecond.reduce((sum, { admitted }) => sum + admitted, 0),
    throttled: bySecond.reduce((sum, { throttled }) => sum + throttled, 0),
    bySecond,
  }
}

function scenarioOf(design: Design, request: ThrottlePreviewRequest, seconds: number): Scenario {
  const { apiId, stage, routeKey, ratePerSecond } = request
  const key = clientKeyName(design, request)
  return {
    name: 'preview',
    apiId,
    stage,
    durationInSeconds: seconds,
    seed: 1,
    backends: { '*': { latency: { distribution: 'CONSTANT', valueMs: 10 } } },
    authorizer: { latency: { distribution: 'CONSTANT', valueMs: 0 } },
    sources: [
      {
        name: 'one client',
        shape: { type: 'CONSTANT', ratePerSecond },
        routes: { [routeKey]: 1 },
        ...(key === undefined ? {} : { apiKeys: { names: [key], distribution: 'UNIFORM' as const } }),
      },
    ],
  }
}

/** A key that the route would accept. */
function clientKeyName(design: Design, { apiId, stage, routeKey }: ThrottlePreviewRequest): string | undefined {
  const { verb, path } = splitRouteKey(routeKey)
  const method = findRestApi(design, apiId)?.resources[path]?.methods[verb as 'GET']
  if (!method?.apiKeyRequired) return undefined
  const plans = design.usagePlans.filter((plan) =>
    plan.apiStages.some((covered) => covered.apiId === apiId && covered.stage === stage),
  )
  return design.apiKeys.find(({ id, enabled }) => enabled && plans.some(({ keyIds }) => keyIds.includes(id)))?.name
}
