import { OUTCOMES } from '@shared/outcome'
import { STEP_NAMES } from '@shared/step-name'
import type { TraceEntry } from '@shared/trace'
import { ALLOW, DENY, EVALUATE, FAILED, REFUSED, SILENT } from '../effect'
import { ABSENT, NO_CACHE_CONTROL, RENEW_PERMITTED, UNIDENTIFIED, UNKNOWN_KEY, type Flight } from '../flight'
import type { Millis } from '../millis'
import { ANYBODY_MAY_RENEW } from '../pipeline/cache-lookup'
import * as step from '../pipeline/step-codes'
import { planMethodBucket } from '../pipeline/usage-plan-throttle'
import type { Runtime } from '../runtime'
import type { TokenBuckets } from '../state/token-buckets'
import { CALL_AUTHORIZER, CALL_INTEGRATION, CONTINUE, RESPOND } from '../verdict'
import { wafDetails } from './waf-details'

type Details = TraceEntry['details']

/** Words for the effects of policies and authorizers, as traces show them. */
export const EFFECT_NAMES: { readonly [effect: number]: string } = {
  [ALLOW]: 'Allow',
  [DENY]: 'Deny',
  [SILENT]: 'no statement matched',
  [FAILED]: 'error',
  [REFUSED]: 'Unauthorized',
}

/** What one step found, read from the state right after it ran. */
export function describeStep(runtime: Runtime, flight: Flight, code: number, verdict: number, now: Millis): TraceEntry {
  return {
    step: STEP_NAMES[code]!,
    verdict: verdict === CONTINUE ? 'passed' : verdict === RESPOND ? 'stopped' : 'called',
    atMs: now,
    details: detailsOf(runtime, flight, code, verdict, now),
  }
}

/** What an authorizer or a backend answered. `answer` is an effect or an outcome. */
export function describeAnswer(
  runtime: Runtime,
  flight: Flight,
  code: number,
  answer: number,
  now: Millis,
): TraceEntry {
  const details: Details =
    code === step.AUTHORIZER
      ? { ...authorizerDetailsOfCall(runtime, flight), effect: effectName(runtime, flight, answer) }
      : { outcome: OUTCOMES[answer] ?? null, timeoutMs: runtime.timeout[flight.route]! }
  return { step: STEP_NAMES[code]!, verdict: 'answered', atMs: now, details }
}

function detailsOf(runtime: Runtime, flight: Flight, code: number, verdict: number, now: Millis): Details {
  switch (code) {
    case step.WAF:
      return wafDetails(runtime, webAclOf(runtime, flight), runtime.facts.callerAddress(flight), verdict === RESPOND)
    case step.RESOURCE_POLICY:
      return { effect: EFFECT_NAMES[flight.policyEffect] ?? null }
    case step.AUTHORIZER:
      return authorizerDetails(runtime, flight, verdict, now)
    case step.API_KEY:
      return apiKeyDetails(runtime, flight)
    case step.QUOTA:
    case step.COUNT_QUOTA:
      return quotaDetails(runtime, flight, now)
    case step.USAGE_PLAN_THROTTLE:
      return planThrottleDetails(runtime, flight, now)
    case step.METHOD_THROTTLE:
    case step.STAGE_THROTTLE:
      return methodThrottleDetails(runtime, flight, now)
    case step.ACCOUNT_THROTTLE:
      return bucketDetails(runtime.accountBucket, 0, 'account', runtime.names.region, now)
    case step.CONNECTION_RATE:
      return bucketDetails(runtime.connectionBucket, 0, 'account', 'new connections', now)
    case step.REQUEST_VALIDATOR:
      return { reason: verdict === RESPOND ? OUTCOMES[flight.outcome]! : 'valid' }
    case step.CACHE_LOOKUP:
      return cacheDetails(runtime, flight, verdict, now)
    default:
      return verdict === CALL_INTEGRATION ? { timeoutMs: runtime.timeout[flight.route]! } : {}
  }
}

function webAclOf(runtime: Runtime, flight: Flight): number {
  return runtime.webAclOf[runtime.stageOf[flight.route]!]!
}

/** A policy that names single methods is told as what it says of this one. */
function effectName(runtime: Runtime, flight: Flight, effect: number): string | null {
  const said = effect === EVALUATE ? runtime.facts.authorizerPolicyEffect(flight) : effect
  return EFFECT_NAMES[said] ?? null
}

function authorizerName(runtime: Runtime, flight: Flight): { authorizer: string } {
  return { authorizer: runtime.names.authorizers[runtime.authorizerOf[flight.route]!]?.authorizerId ?? 'AWS_IAM' }
}

/** Only functions are called: IAM and user pools are the gateway's own. */
function authorizerDetailsOfCall(runtime: Runtime, flight: Flight): Details {
  const name = authorizerName(runtime, flight)
  return runtime.asksFunction[flight.route] === 1 ? { ...name, source: 'called' } : name
}

function authorizerDetails(runtime: Runtime, flight: Flight, verdict: number, now: Millis): Details {
  const name = authorizerName(runtime, flight)
  if (flight.identity === UNIDENTIFIED) return { ...name, reason: 'the identity source is missing or does not match' }
  if (runtime.asksFunction[flight.route] === 0) return name
  const ttlMs = runtime.authorizerTtl[flight.route]!
  if (verdict === CALL_AUTHORIZER) return { ...name, source: 'called', ttlMs }
  const results = runtime.authorizerResults
  return {
    ...name,
    source: 'cache',
    ageMs: results.ageOf(flight.identity, now),
    ttlMs: results.ttlOf(flight.identity),
    effect: effectName(runtime, flight, results.effect(flight.identity)),
  }
}

function apiKeyDetails(runtime: Runtime, flight: Flight): Details {
  const key = runtime.names.apiKeys[flight.apiKey]
  if (flight.planKey !== ABSENT) {
    return { apiKey: key!.name, plan: runtime.names.plans[runtime.planOf[flight.planKey]!]!.name }
  }
  if (flight.apiKey === UNKNOWN_KEY) return { reason: 'no API key has this value' }
  if (key === undefined) return { reason: 'no API key was sent' }
  return { apiKey: key.name, reason: key.enabled ? 'the key is in no usage plan of this stage' : 'the key is disabled' }
}

function quotaDetails(runtime: Runtime, flight: Flight, now: Millis): Details {
  const { quotas } = runtime
  const quota = quotas.quotaOf(flight.planKey)
  const plan = runtime.names.plans[runtime.planOf[flight.planKey]!]!.name
  if (quota === undefined) return { plan, limit: null }
  const used = quota.limit - quotas.left(flight.planKey, now)
  return { plan, used, limit: quota.limit, period: quota.period, resetsInMs: quotas.resetsIn(flight.planKey, now) }
}

function planThrottleDetails(runtime: Runtime, flight: Flight, now: Millis): Details {
  const { plan, apiKey } = runtime.names.planKeys[flight.planKey]!
  const labelFor = (routeKey: string | null): string =>
    planKeyLabel(runtime.names.apiKeys[apiKey]!.name, runtime.names.plans[plan]!.name, routeKey)
  const forMethod = planMethodBucket(runtime, flight)
  if (forMethod !== ABSENT) {
    const label = labelFor(runtime.names.routes[flight.route]!.routeKey)
    return bucketDetails(runtime.planMethodBuckets, forMethod, 'planMethod', label, now)
  }
  const label = labelFor(null)
  if (runtime.names.plans[plan]!.throttle === undefined)
    return { level: 'plan', label, reason: 'the plan has no throttle' }
  return bucketDetails(runtime.usagePlanBuckets, flight.planKey, 'plan', label, now)
}

/** What a bucket of a usage plan is called: "acme-web on Premium", and "acme-web on Premium, POST /orders" for one method's. */
export function planKeyLabel(apiKey: string, plan: string, routeKey: string | null): string {
  return routeKey === null ? `${apiKey} on ${plan}` : `${apiKey} on ${plan}, ${routeKey}`
}

function methodThrottleDetails(runtime: Runtime, flight: Flight, now: Millis): Details {
  const bucket = runtime.methodBucketOf[flight.route]!
  const { level, label } = runtime.names.methodBuckets[bucket]!
  return bucketDetails(runtime.methodBuckets, bucket, level, label, now)
}

function bucketDetails(buckets: TokenBuckets, index: number, level: string, label: string, now: Millis): Details {
  return {
    level,
    label,
    tokens: buckets.level(index, now),
    ...buckets.limit(index),
    nextTokenInMs: buckets.nextTokenIn(index, now),
  }
}

function cacheDetails(runtime: Runtime, flight: Flight, verdict: number, now: Millis): Details {
  const ttlMs = runtime.cacheTtl[flight.route]!
  if (flight.cacheSlot === ABSENT) return { result: 'bypass', reason: 'only GET is cached' }
  const cache = runtime.responses[runtime.stageOf[flight.route]!]!
  if (verdict === RESPOND && OUTCOMES[flight.outcome] !== 'CACHED') return { result: 'refused', ttlMs }
  const isRenewed = renews(runtime, flight)
  const isIgnored = flight.cacheControl !== NO_CACHE_CONTROL && !isRenewed
  const ignored: Details = isIgnored ? { reason: 'max-age=0 ignored' } : {}
  if (verdict === CONTINUE) return { result: isRenewed ? 'bypass' : 'miss', ttlMs, ...ignored }
  return { result: 'hit', ageMs: cache.ageOf(flight.cacheSlot, now), ttlMs, ...ignored }
}

/** Whether the request asked for a new entry and gets one. */
function renews(runtime: Runtime, { cacheControl, route }: Flight): boolean {
  const isForAnybody = runtime.cacheControlRule[route] === ANYBODY_MAY_RENEW
  return cacheControl === RENEW_PERMITTED || (cacheControl !== NO_CACHE_CONTROL && isForAnybody)
}
