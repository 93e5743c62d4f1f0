import { formatNumber } from '../../ui/format'
import type { RouteBucket } from './buckets-of-route'
import type { RouteContext } from './route-context'

/** What the buckets together mean for callers, in a sentence or two; "" where they speak for themselves. */
export function bucketAdvice(route: RouteContext, buckets: readonly RouteBucket[]): string {
  const deciding = buckets.find((bucket) => bucket.decides)
  if (deciding?.limit == null) return ''
  const rate = formatNumber(deciding.limit.rateLimit)
  if (deciding.limit.rateLimit === 0 || deciding.limit.burstLimit === 0) return 'A limit of 0 refuses every request.'
  if (deciding.level === 'account') {
    return `No tighter limit is set: this method shares ${rate} requests/s with every API of the account.`
  }
  const plan = buckets.find((bucket) => bucket.level.startsWith('plan') && bucket.limit !== null)
  if (plan?.limit != null && plan.limit.rateLimit > deciding.limit.rateLimit && !deciding.level.startsWith('plan')) {
    const perKey = formatNumber(plan.limit.rateLimit)
    return `The plan allows ${perKey} requests/s per key, yet all callers together get ${rate} here. One busy key can starve the others.`
  }
  if (deciding.level.startsWith('plan')) return `Each key gets ${rate} requests/s of its own.`
  return route.method.apiKeyRequired
    ? ''
    : `All callers together get ${rate} requests/s: nothing tells one caller from another.`
}
