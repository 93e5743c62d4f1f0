import type { Scenario, ScenarioMetric } from '@shared/design/scenario'
import { Histogram } from '../engine/metrics/histogram'
import type { Millis } from '../engine/millis'
import type { CompiledRoute } from '../engine/runtime'

export const LATENCY_METRICS: readonly ScenarioMetric[] = ['latencyP50', 'latencyP95', 'latencyP99']

/** Latencies of single routes, of those only that somebody asks about. */
export class RouteLatencies {
  /** By routeKey: of a stage and its canary together. */
  readonly byRouteKey: ReadonlyMap<string, Histogram>
  /** By route of the runtime; null for those that nobody asks about. */
  private readonly histograms: readonly (Histogram | null)[]

  constructor(routes: readonly CompiledRoute[], routeKeys: ReadonlySet<string>) {
    this.byRouteKey = new Map(Array.from(routeKeys, (routeKey) => [routeKey, new Histogram()]))
    this.histograms = routes.map(({ routeKey }) => this.byRouteKey.get(routeKey) ?? null)
  }

  record(route: number, latencyMs: Millis): void {
    this.histograms[route]?.record(latencyMs)
  }
}

/** Null when no check of the scenario asks for the latency of a route. */
export function routeLatenciesOf({ checks = [] }: Scenario, routes: readonly CompiledRoute[]): RouteLatencies | null {
  const routeKeys = new Set(
    checks.flatMap(({ metric, route }) => (route !== undefined && LATENCY_METRICS.includes(metric) ? [route] : [])),
  )
  return routeKeys.size === 0 ? null : new RouteLatencies(routes, routeKeys)
}
