import type { Design } from '@shared/design/design'
import type { Scenario, ScenarioEvent } from '@shared/design/scenario'
import { assumptionsOf } from '../engine/compile/route-plan'
import type { Millis } from '../engine/millis'
import type { Runtime } from '../engine/runtime'
import type { Audit } from './audit'
import type { Backends } from './backends'
import { limitBuckets } from './limit-buckets'
import type { TrafficTables } from './traffic-tables'

/** What the events of a scenario act on. */
export interface EventTargets {
  readonly design: Design
  readonly scenario: Scenario
  readonly runtime: Runtime
  readonly tables: TrafficTables
  readonly backends: Backends
  readonly audit: Audit | null
}

/** The events of a scenario, in the order of their times, equal times as they are written. Those after the run's end never happen. */
export class EventPlayer {
  /** When the next one happens; Infinity when no more will. */
  nextAt: Millis = Infinity
  private events: readonly ScenarioEvent[] = []
  private readonly targets: EventTargets
  private readonly durationMs: Millis

  constructor(targets: EventTargets) {
    this.targets = targets
    this.durationMs = targets.scenario.durationInSeconds * 1000
    this.add(targets.scenario.events ?? [])
  }

  /** Events that are still to come; one whose time has passed happens next. */
  add(events: readonly ScenarioEvent[]): void {
    this.events = [...this.events, ...events].sort((a, b) => a.at - b.at)
    this.findNext()
  }

  /** Let the next one happen. */
  play(): void {
    const [event, ...later] = this.events
    this.events = later
    this.apply(event!, this.nextAt)
    this.findNext()
  }

  private findNext(): void {
    const next = (this.events[0]?.at ?? Infinity) * 1000
    this.nextAt = next < this.durationMs ? next : Infinity
  }

  private apply(event: ScenarioEvent, now: Millis): void {
    const { design, runtime, backends, audit } = this.targets
    switch (event.type) {
      case 'SET_LIMIT': {
        const { buckets, indexes } = limitBuckets(runtime, event)
        for (const index of indexes) buckets.setLimit(index, event, now)
        return
      }
      case 'FLUSH_CACHE':
        return this.flushCache()
      case 'FLUSH_AUTHORIZER_CACHE':
        return runtime.authorizerResults.flush()
      case 'DEPLOY':
        if (assumptionsOf(design).flushCacheOnDeploy) this.flushCache()
        return
      case 'REVOKE':
        return this.revoke(event.source, event.share, now)
      case 'CHANGE_DATA':
        for (const route of this.routesOf(event.route)) audit?.changed(route, now)
        return
      case 'CHANGE_BACKEND':
        for (const route of this.routesOf(event.route)) backends.change(route, event.latencyFactor, event.errorRate)
    }
  }

  /** What is forgotten on purpose is not evicted. */
  private flushCache(): void {
    for (const responses of new Set(this.targets.runtime.responses)) {
      const { onEvict } = responses
      responses.onEvict = null
      responses.flush()
      responses.onEvict = onEvict
    }
  }

  /** The callers of a source are numbered by how often they come. */
  private revoke(name: string, share: number, now: Millis): void {
    const { scenario, tables, backends, audit } = this.targets
    const at = scenario.sources.findIndex((source) => source.name === name)
    if (at === -1) return
    const first = tables.identityOffset[at]!
    const end = first + Math.ceil(share * (scenario.sources[at]!.identities?.count ?? 1) - 1e-9)
    backends.deny(first, end)
    audit?.revoked(first, end, now)
  }

  private routesOf(routeKey: string): number[] {
    const { routes } = this.targets.runtime.names
    return routes.flatMap((route, at) => (routeKey === '*' || route.routeKey === routeKey ? [at] : []))
  }
}
