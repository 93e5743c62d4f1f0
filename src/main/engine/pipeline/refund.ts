import type { Flight } from '../flight'
import type { Runtime } from '../runtime'
import { ABSENT } from '../flight'
import { ACCOUNT_THROTTLE, METHOD_THROTTLE, STAGE_THROTTLE, USAGE_PLAN_THROTTLE } from './step-codes'
import { planMethodBucket } from './usage-plan-throttle'

/** Give back the tokens taken by the throttles before step `refusedAt` of the plan. An assumption (U1), off by default. */
export function refund(runtime: Runtime, flight: Flight, refusedAt: number): void {
  for (let at = runtime.entry[flight.route]!; at < refusedAt; at++) {
    const step = runtime.plan[at]!
    if (step === USAGE_PLAN_THROTTLE) giveBackPlanToken(runtime, flight)
    else if (step === METHOD_THROTTLE || step === STAGE_THROTTLE) {
      runtime.methodBuckets.giveBack(runtime.methodBucketOf[flight.route]!)
    } else if (step === ACCOUNT_THROTTLE) runtime.accountBucket.giveBack(0)
  }
}

function giveBackPlanToken(runtime: Runtime, flight: Flight): void {
  const forMethod = planMethodBucket(runtime, flight)
  if (forMethod === ABSENT) runtime.usagePlanBuckets.giveBack(flight.planKey)
  else runtime.planMethodBuckets.giveBack(forMethod)
}
