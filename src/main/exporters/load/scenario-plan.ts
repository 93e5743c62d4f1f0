import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import { findApi } from '@shared/design/route-key'
import type { Scenario, TrafficSource } from '@shared/design/scenario'
import type { LoadArrival, LoadKey, LoadPlan } from './load-plan'
import { describedRoutes, type LoadRoute } from './load-route'
import { loadSource } from './load-source'
import { planNotes } from './plan-notes'
import { uniqueIds } from './unique-id'

/** Where `serve` and the window listen unless they are told otherwise. */
const LOCAL_GATEWAY = 'http://127.0.0.1:3000'

/** What of a scenario a load tool can play, and what it cannot. Sources whose routes do not exist, or that send nothing, are left out. */
export function scenarioPlan(design: Design, scenario: Scenario): LoadPlan {
  const api = findApi(design, scenario.apiId)
  const keys = keysOf(scenario)
  const routeOf = api === undefined ? () => [] : routesOf(api)
  const sourceId = uniqueIds('source')
  const sources = scenario.sources
    .map((source) => loadSource(source, scenario, api, keys, routeOf(source), sourceId(source.name)))
    .filter(({ routes, arrival }) => routes.length > 0 && sendsSomething(arrival))
  return {
    scenarioName: scenario.name,
    baseUrl: `${LOCAL_GATEWAY}/${scenario.apiId}${scenario.stage === '$default' ? '' : `/${scenario.stage}`}`,
    durationInSeconds: scenario.durationInSeconds,
    seed: scenario.seed,
    sources,
    keys: keys.filter(({ name }) => sources.some((source) => source.keys.some((key) => key.name === name))),
    usesTokens: sources.some(({ routes }) => routes.some(({ tokens }) => tokens.length > 0)),
    notes: planNotes(scenario, sources),
  }
}

function keysOf({ sources }: Scenario): LoadKey[] {
  const names = [...new Set(sources.flatMap(({ apiKeys }) => apiKeys?.names ?? []))]
  const idOf = uniqueIds('key')
  return names.map((name) => ({ name, variable: `API_KEY_${idOf(name).toUpperCase()}` }))
}

/** The routes of a source that the API has, with ids that are the same for every source. */
function routesOf(api: Api): (source: TrafficSource) => LoadRoute[] {
  const idOf = uniqueIds('route')
  const described = [...describedRoutes(api)].map(
    ([routeKey, route]) => [routeKey, { ...route, id: idOf(routeKey) }] as const,
  )
  const routes = new Map(described)
  return ({ routes: weights }) =>
    Object.entries(weights).flatMap(([routeKey, weight]) => {
      const route = routes.get(routeKey)
      return route === undefined || !(weight > 0) ? [] : [{ ...route, weight }]
    })
}

function sendsSomething(arrival: LoadArrival): boolean {
  if (arrival.kind === 'users') return arrival.users > 0 && arrival.to > arrival.from
  return arrival.profile.some(({ ratePerSecond }) => ratePerSecond > 0)
}
