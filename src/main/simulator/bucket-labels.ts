import type { Runtime } from '../engine/runtime'
import { planKeyLabel } from '../engine/trace/describe-step'

/** "acme-web on Premium", "acme-web on Premium, POST /orders": whose row of the usage-plan tables this is, and for which route. */
export function planRowLabel({ names }: Runtime, row: number, routeKey: string | null = null): string {
  const { plan, apiKey } = names.planKeys[row]!
  return planKeyLabel(names.apiKeys[apiKey]!.name, names.plans[plan]!.name, routeKey)
}

/** By bucket for one method of a plan: whose it is. */
export function planMethodLabels(runtime: Runtime): string[] {
  const { planMethodOf, planOf, ordinalInPlan, routeCount, names } = runtime
  const labels: string[] = []
  planOf.forEach((plan, row) => {
    names.routes.forEach(({ routeKey }, route) => {
      const first = planMethodOf[plan * routeCount + route] ?? -1
      if (first >= 0) labels[first + ordinalInPlan[row]!] = planRowLabel(runtime, row, routeKey)
    })
  })
  return labels
}
