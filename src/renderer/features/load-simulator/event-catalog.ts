import type { ScenarioEvent } from '@shared/design/scenario'

export type EventType = ScenarioEvent['type']

/** Every type of event with what it is, in the order of the menu. */
export const EVENT_LABELS: { readonly [type in EventType]: string } = {
  SET_LIMIT: 'SET_LIMIT, another rate and burst',
  FLUSH_CACHE: 'FLUSH_CACHE, stored responses go',
  FLUSH_AUTHORIZER_CACHE: 'FLUSH_AUTHORIZER_CACHE, kept results go',
  DEPLOY: 'DEPLOY, a deployment',
  REVOKE: 'REVOKE, callers are denied',
  CHANGE_DATA: 'CHANGE_DATA, answers are other data',
  CHANGE_BACKEND: 'CHANGE_BACKEND, slower or failing',
}

export const EVENT_OPTIONS = (Object.keys(EVENT_LABELS) as EventType[]).map((value) => ({
  value,
  label: EVENT_LABELS[value],
}))

/** What an event may name. */
export interface EventTargets {
  readonly routeKeys: readonly string[]
  readonly sources: readonly string[]
  readonly plans: readonly { readonly id: string; readonly name: string }[]
}

/** A first event of a type, or another type of event at the same time. */
export function newEvent(type: EventType, at: number, targets: EventTargets): ScenarioEvent {
  const route = targets.routeKeys[0] ?? '*'
  switch (type) {
    case 'FLUSH_CACHE':
    case 'FLUSH_AUTHORIZER_CACHE':
    case 'DEPLOY':
      return { type, at }
    case 'SET_LIMIT':
      return route === '*'
        ? { type, at, level: 'account', rateLimit: 1000, burstLimit: 500 }
        : { type, at, level: 'method', route, rateLimit: 100, burstLimit: 50 }
    case 'REVOKE':
      return { type, at, source: targets.sources[0] ?? '', share: 0.1 }
    case 'CHANGE_DATA':
      return { type, at, route: '*' }
    case 'CHANGE_BACKEND':
      return { type, at, route: '*', latencyFactor: 5 }
  }
}

/** In the order of the run, each with its place in the scenario's list. */
export function eventsInOrder(
  events: readonly ScenarioEvent[],
): readonly { readonly event: ScenarioEvent; readonly index: number }[] {
  return events
    .map((event, index) => ({ event, index }))
    .toSorted((a, b) => a.event.at - b.event.at || a.index - b.index)
}
