import type { ApiKey } from '@shared/design/api-key'
import { bucketsOfRoute, coveringPlans, tightestOf } from './buckets-of-route'
import type { RouteContext } from './route-context'

/** The key that the throttle preview calls with: the first enabled one of a plan that covers the stage; null when none is needed. */
export function previewClient(route: RouteContext): ApiKey | null {
  if (!route.method.apiKeyRequired) return null
  const plans = coveringPlans(route)
  return (
    route.design.apiKeys.find((key) => key.enabled && plans.some(({ plan }) => plan.keyIds.includes(key.id))) ?? null
  )
}

/**
 * Requests per second at which there is something to see: half as much again as the tightest bucket this client meets lets through, or
 * as much as empties that bucket in time.
 */
export function previewRate(route: RouteContext, seconds: number): number {
  const client = previewClient(route)
  const planId = coveringPlans(route).find(({ plan }) => client !== null && plan.keyIds.includes(client.id))?.plan.id
  const met = bucketsOfRoute(route).filter((bucket) => bucket.planId === undefined || bucket.planId === planId)
  const { rateLimit, burstLimit } = tightestOf(met)?.limit ?? route.design.account.throttleSettings
  if (rateLimit === 0) return 10
  return Math.max(1, Math.round(Math.max(rateLimit * 1.5, rateLimit + (burstLimit / seconds) * 1.5)))
}
