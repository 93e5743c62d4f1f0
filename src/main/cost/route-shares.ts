import type { Scenario } from '@shared/design/scenario'
import { expectedRequests } from './expected-requests'

/** By routeKey: the share of a scenario's requests that is expected to go there, 0 to 1. */
export function routeShares({ sources, durationInSeconds }: Scenario): Map<string, number> {
  const expected = sources.map(({ shape }) => expectedRequests(shape, durationInSeconds))
  const known = expected.filter((count) => count !== null)
  // A source whose rate nobody knows counts as the mean of the others.
  const usual = known.length === 0 ? 1 : sum(known) / known.length
  const requests = expected.map((count) => count ?? usual)
  const all = sum(requests)
  const shares = new Map<string, number>()
  sources.forEach(({ routes }, index) => {
    const weights = sum(Object.values(routes))
    if (!(all > 0 && weights > 0)) return
    for (const [routeKey, weight] of Object.entries(routes)) {
      shares.set(routeKey, (shares.get(routeKey) ?? 0) + (requests[index]! / all) * (weight / weights))
    }
  })
  return shares
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
