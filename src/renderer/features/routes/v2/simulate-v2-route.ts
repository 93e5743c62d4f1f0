import { putScenario } from '@shared/design/edits/put-scenario'
import type { Scenario } from '@shared/design/scenario'
import { useDesignStore } from '../../../stores/design-store'
import { useUiStore } from '../../../stores/ui-store'
import type { V2RouteContext } from './v2-route-context'

/**
 * Show Simulate with the scenario that has the route's name; it is made when there is none. Messages come on connections only: for a
 * WebSocket API it is the first scenario of the API.
 */
export function simulateV2Route(context: V2RouteContext): void {
  if (context.protocolType === 'WEBSOCKET') {
    const first = context.design.scenarios.find(({ apiId }) => apiId === context.api.id)
    if (first !== undefined) useUiStore.getState().selectScenario(first.name)
    useUiStore.getState().show('simulate')
    return
  }
  const name = context.routeKey
  if (!context.design.scenarios.some((scenario) => scenario.name === name)) {
    const scenario = scenarioOfV2Route(context)
    useDesignStore.getState().edit(`Add scenario ${name}`, (design) => putScenario(design, scenario))
  }
  useUiStore.getState().selectScenario(name)
  useUiStore.getState().show('simulate')
}

/** A minute of 100 requests a second at one route. */
export function scenarioOfV2Route({ api, stageName, routeKey }: V2RouteContext): Scenario {
  return {
    name: routeKey,
    apiId: api.id,
    stage: stageName,
    durationInSeconds: 60,
    seed: 1,
    sources: [{ name: 'Steady traffic', shape: { type: 'CONSTANT', ratePerSecond: 100 }, routes: { [routeKey]: 1 } }],
  }
}
