import type { LimitChange, ScenarioEvent } from '@shared/design/scenario'
import { formatNumber } from '../../ui/format'
import type { EventTargets } from './event-catalog'
import { percentOf } from './share-percent'

type Limit = Omit<LimitChange, 'at' | 'type'>

/** Whose limit: "POST /orders", "Premium", "POST /orders of Premium", "every method", "the account". */
export function limitSubject({ level, route, usagePlanId }: Limit, plans: EventTargets['plans']): string {
  const plan = plans.find(({ id }) => id === usagePlanId)?.name ?? usagePlanId ?? 'a plan'
  switch (level) {
    case 'account':
      return 'the account'
    case 'stage':
      return 'the stage'
    case 'plan':
      return plan
    case 'method':
      return route ?? 'a method'
    case 'planMethod':
      return `${route ?? 'a method'} of ${plan}`
  }
}

/** "POST /orders: 100/s, burst 50". */
export function limitWords(limit: Limit, plans: EventTargets['plans']): string {
  return `${limitSubject(limit, plans)}: ${formatNumber(limit.rateLimit)}/s, burst ${formatNumber(limit.burstLimit)}`
}

/** What happens, in a line of the timeline: "10 % of Web shop revoked". */
export function eventWords(event: ScenarioEvent, plans: EventTargets['plans']): string {
  switch (event.type) {
    case 'SET_LIMIT':
      return `Limit of ${limitWords(event, plans)}`
    case 'FLUSH_CACHE':
      return 'Stage cache flushed'
    case 'FLUSH_AUTHORIZER_CACHE':
      return 'Authorizer results flushed'
    case 'DEPLOY':
      return 'Deployment'
    case 'REVOKE':
      return `${formatNumber(percentOf(event.share) ?? 0)} % of ${event.source === '' ? 'no source' : event.source} revoked`
    case 'CHANGE_DATA':
      return `Data of ${routeWords(event.route)} changed`
    case 'CHANGE_BACKEND':
      return backendChangeWords(event)
  }
}

function backendChangeWords(event: Extract<ScenarioEvent, { type: 'CHANGE_BACKEND' }>): string {
  const { latencyFactor, errorRate, route } = event
  const parts = [
    latencyFactor === undefined ? null : `${formatNumber(latencyFactor)} times as long`,
    errorRate === undefined ? null : `${formatNumber(percentOf(errorRate) ?? 0)} % errors`,
  ].filter((part) => part !== null)
  return `Backend of ${routeWords(route)}: ${parts.length === 0 ? 'as before' : parts.join(', ')}`
}

function routeWords(route: string): string {
  return route === '*' ? 'every route' : route
}
