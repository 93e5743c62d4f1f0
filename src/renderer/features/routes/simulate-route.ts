import { putScenario } from '@shared/design/edits/put-scenario'
import type { Scenario } from '@shared/design/scenario'
import { useDesignStore } from '../../stores/design-store'
import { useUiStore } from '../../stores/ui-store'
import { coveringPlans } from './buckets-of-route'
import type { RouteContext } from './route-context'

/** Show Simulate with the scenario that has the route's name; it is made when there is none. */
export function simulateRoute(route: RouteContext): void {
  const name = route.routeKey
  if (!route.design.scenarios.some((scenario) => scenario.name === name)) {
    useDesignStore.getState().edit(`Add scenario ${name}`, (design) => putScenario(design, scenarioOfRoute(route)))
  }
  useUiStore.getState().selectScenario(name)
  useUiStore.getState().show('simulate')
}

/** A minute of 100 requests a second at one route, with the API keys that may call it. */
export function scenarioOfRoute(route: RouteContext): Scenario {
  const keyIds = new Set(coveringPlans(route).flatMap(({ plan }) => plan.keyIds))
  const names = route.design.apiKeys.filter((key) => keyIds.has(key.id) && key.enabled).map((key) => key.name)
  const hasKeys = route.method.apiKeyRequired && names.length > 0
  return {
    name: route.routeKey,
    apiId: route.api.id,
    stage: route.stageName,
    durationInSeconds: 60,
    seed: 1,
    sources: [
      {
        name: 'Steady traffic',
        shape: { type: 'CONSTANT', ratePerSecond: 100 },
        routes: { [route.routeKey]: 1 },
        ...(hasKeys && { apiKeys: { names, distribution: 'UNIFORM' as const } }),
      },
    ],
  }
}
