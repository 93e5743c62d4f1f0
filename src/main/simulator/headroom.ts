import type { Headroom } from '@shared/contract/simulation'
import type { Runtime } from '../engine/runtime'
import type { Backends } from './backends'
import { planMethodLabels, planRowLabel } from './bucket-labels'
import type { BusiestSeconds } from './busiest-seconds'
import { NO_LIMIT } from './route-backend'

/** A design with thousands of keys has thousands of limits; the fullest ones are what counts. */
const MAX_ROWS = 200

/** How close each limit that was used came to its end, fullest first. */
export function headroomOf(runtime: Runtime, busiest: BusiestSeconds, backends: Backends): Headroom[] {
  const { names } = runtime
  const planMethods = planMethodLabels(runtime)
  const rows: Headroom[] = [
    ...busiest.methods.peaks().map(({ index, ...peak }) => ({ ...peak, ...names.methodBuckets[index]! })),
    ...busiest.plans.peaks().map(({ index, ...peak }) => {
      return { ...peak, label: planRowLabel(runtime, index), level: 'plan' as const }
    }),
    ...busiest.planMethods.peaks().map(({ index, ...peak }) => {
      return { ...peak, label: planMethods[index]!, level: 'planMethod' as const }
    }),
    ...busiest.account.peaks().map(({ used, limit }) => {
      return { used, limit, label: names.region, level: 'account' as const }
    }),
    ...busiest.connections.peaks().map(({ used, limit }) => {
      return { used, limit, label: 'new connections', level: 'account' as const }
    }),
    ...quotaRows(runtime, busiest),
    ...concurrencyRows(runtime, backends),
  ]
  return rows
    .filter(({ used }) => used > 0)
    .map(({ label, level, used, limit }) => ({ label, level, used, limit: Number(limit.toPrecision(12)) }))
    .sort((a, b) => b.used / b.limit - a.used / a.limit)
    .slice(0, MAX_ROWS)
}

function quotaRows(runtime: Runtime, { quotaUsed }: BusiestSeconds): Headroom[] {
  return Array.from(quotaUsed, (used, row) => ({ used, row, quota: runtime.quotas.quotaOf(row) })).flatMap(
    ({ used, row, quota }) =>
      quota === undefined
        ? []
        : [
            {
              label: `${planRowLabel(runtime, row)}, a ${quota.period.toLowerCase()}`,
              level: 'quota',
              used,
              limit: quota.limit,
            },
          ],
  )
}

function concurrencyRows({ names }: Runtime, { routes }: Backends): Headroom[] {
  return names.routes.flatMap(({ routeKey, isCanary }, at): Headroom[] => {
    const { peak, limit } = routes[at]!
    const label = isCanary ? `${routeKey}, canary` : routeKey
    return limit === NO_LIMIT ? [] : [{ label, level: 'concurrency', used: peak, limit }]
  })
}
