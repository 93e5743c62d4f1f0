import { FAILED, REFUSED, type AuthorizerEffect } from '../effect'
import { ABSENT, type Flight } from '../flight'
import type { Millis } from '../millis'
import {
  AUTHORIZER_CONFIGURATION_ERROR,
  THROTTLED_ACCOUNT,
  THROTTLED_PLAN_METHOD,
  UNAUTHORIZED,
  type Outcome,
} from '../outcome'
import type { Runtime } from '../runtime'
import { CALL_INTEGRATION, CONTINUE, RESPOND, type Verdict } from '../verdict'
import { accountThrottle } from './account-throttle'
import { apiKey } from './api-key'
import { authorizer, judge } from './authorizer'
import { cacheLookup } from './cache-lookup'
import { cacheStore } from './cache-store'
import { connectionRate } from './connection-rate'
import { NOT_ASKED } from './combined-access'
import { countQuota } from './count-quota'
import { methodThrottle } from './method-throttle'
import { quota } from './quota'
import { refund } from './refund'
import { requestValidator } from './request-validator'
import { resourcePolicy } from './resource-policy'
import { respond } from './respond'
import { stageThrottle } from './stage-throttle'
import * as step from './step-codes'
import { usagePlanThrottle } from './usage-plan-throttle'
import { waf } from './waf'

function decide(runtime: Runtime, code: number, flight: Flight, now: Millis): Verdict {
  switch (code) {
    case step.RESOURCE_POLICY:
      return resourcePolicy(runtime, flight)
    case step.AUTHORIZER:
      return authorizer(runtime, flight, now)
    case step.API_KEY:
      return apiKey(runtime, flight)
    case step.QUOTA:
      return quota(runtime, flight, now)
    case step.USAGE_PLAN_THROTTLE:
      return usagePlanThrottle(runtime, flight, now)
    case step.METHOD_THROTTLE:
      return methodThrottle(runtime, flight, now)
    case step.STAGE_THROTTLE:
      return stageThrottle(runtime, flight, now)
    case step.ACCOUNT_THROTTLE:
      return accountThrottle(runtime, flight, now)
    case step.COUNT_QUOTA:
      return countQuota(runtime, flight)
    case step.REQUEST_VALIDATOR:
      return requestValidator(runtime, flight)
    case step.CACHE_LOOKUP:
      return cacheLookup(runtime, flight, now)
    case step.WAF:
      return waf(runtime, flight, now)
    case step.CONNECTION_RATE:
      return connectionRate(runtime, flight, now)
    default:
      return CALL_INTEGRATION
  }
}

/** Put a flight whose `route` is known at the beginning of its plan, with nothing left of the request it served before. */
export function begin(runtime: Runtime, flight: Flight, now: Millis): void {
  flight.startedAt = now
  flight.planKey = ABSENT
  flight.identityEffect = NOT_ASKED
  flight.policyEffect = runtime.policyAtStart[flight.route]!
  flight.isOtherAccount = 0
  flight.next = runtime.entry[flight.route]!
}

/** Leave out everything in front of the method: a test invoke goes to the validator, or without one to the integration. */
export function skipToMethod(runtime: Runtime, flight: Flight): void {
  let next = flight.next
  while (runtime.plan[next]! < step.REQUEST_VALIDATOR) next++
  flight.next = next
}

/** Run steps until one of them does not say CONTINUE. Begin with `begin`; never call it again after RESPOND. */
export function advance(runtime: Runtime, flight: Flight, now: Millis): Verdict {
  const { plan, trace } = runtime
  let next = flight.next
  for (;;) {
    const code = plan[next++]!
    const verdict = decide(runtime, code, flight, now)
    if (trace !== null) trace.step(runtime, flight, code, verdict, now)
    if (verdict !== CONTINUE) {
      flight.next = next
      if (runtime.refundOnReject && verdict === RESPOND && isThrottled(flight.outcome))
        refund(runtime, flight, next - 1)
      return verdict
    }
  }
}

function isThrottled(outcome: Outcome): boolean {
  return outcome >= THROTTLED_PLAN_METHOD && outcome <= THROTTLED_ACCOUNT
}

/**
 * Resume after the authorizer answered. Policies are kept from now on, whatever they say; errors are not. `apiKey` is the index of the
 * key that the result names, or ABSENT. Source: rest-api.md 7.2, 7.4.
 */
export function authorized(
  runtime: Runtime,
  flight: Flight,
  effect: AuthorizerEffect,
  namedApiKey: number,
  now: Millis,
): Verdict {
  const verdict = judgeAnswer(runtime, flight, effect, namedApiKey, now)
  if (runtime.trace !== null) runtime.trace.answered(runtime, flight, step.AUTHORIZER, effect, now)
  return verdict === CONTINUE ? advance(runtime, flight, now) : verdict
}

function judgeAnswer(
  runtime: Runtime,
  flight: Flight,
  effect: AuthorizerEffect,
  namedApiKey: number,
  now: Millis,
): Verdict {
  if (effect === FAILED) return respond(flight, AUTHORIZER_CONFIGURATION_ERROR)
  if (effect === REFUSED) return respond(flight, UNAUTHORIZED)
  const ttl = runtime.authorizerTtl[flight.route]!
  if (ttl > 0 && flight.identity >= 0) runtime.authorizerResults.store(flight.identity, effect, namedApiKey, now, ttl)
  return judge(runtime, flight, effect, namedApiKey)
}

/**
 * Resume after the backend answered or its timeout passed. `bytes` of the response, or ABSENT when the gateway made it (a timeout, a
 * malformed result): such a response is never cached.
 */
export function integrated(runtime: Runtime, flight: Flight, outcome: Outcome, bytes: number, now: Millis): Verdict {
  cacheStore(runtime, flight, outcome, bytes, now)
  if (runtime.trace !== null) runtime.trace.answered(runtime, flight, step.INTEGRATION, outcome, now)
  return respond(flight, outcome)
}
