import type { UsagePlan } from '@shared/design/usage-plan'
import type { Trace, TraceEntry } from '@shared/trace'
import { headerValue } from '../../engine/mapping/header-list'
import type { Call } from '../call'
import { masked } from './log-text'

const THROTTLES = ['usage-plan-throttle', 'method-throttle', 'stage-throttle', 'account-throttle']

/** Whether the usage plan was looked at, and whether it let the request pass. */
export interface UsagePlanCheck {
  readonly lines: readonly string[]
  readonly hasPassed: boolean
}

/**
 * The check of key, quota and throttles, which every request has that was authorized.
 * Source: AWS re:Post, "How do I use API Gateway logs to troubleshoot API issues?" and "... 429"; published logs.
 */
export function usagePlanLines(call: Call, trace: Trace): UsagePlanCheck {
  const { message, route } = call
  const stage = `${route.stage.view.apiId}/${route.stage.view.stage}`
  const key = keyOf(call)
  const shown = key === undefined ? '' : masked(key)
  const verifying = `Verifying Usage Plan for request: ${message.ids.requestId}. API Key: ${shown} API Stage: ${stage}`
  const stopped = trace.find(({ step, verdict }) => verdict === 'stopped' && isOfPlan(step))
  if (stopped !== undefined) {
    return { lines: [verifying, refusal(call, stopped, `API Key ${shown}`, stage)], hasPassed: false }
  }
  const free = `API Key ${shown} authorized because method '${route.compiled.routeKey}' does not require API Key. ${UNCOUNTED}`
  const succeeded = `Usage Plan check succeeded for API Key ${shown} and API Stage ${stage}`
  const isFree = !route.compiled.method.apiKeyRequired
  return { lines: [verifying, ...(isFree ? [free] : []), succeeded], hasPassed: true }
}

const UNCOUNTED = 'Request will not contribute to throttle or quota limits'

function isOfPlan(step: TraceEntry['step']): boolean {
  return step === 'api-key' || step === 'quota' || THROTTLES.includes(step)
}

function keyOf({ authorizer, message, route }: Call): string | undefined {
  if (route.stage.view.definition.apiKeySource === 'AUTHORIZER') return authorizer?.usageIdentifierKey ?? undefined
  return headerValue(message.headers, 'X-API-Key')
}

function refusal(call: Call, { step, details }: TraceEntry, key: string, stage: string): string {
  if (step === 'api-key') return keyRefusal(call, key, stage)
  if (step === 'quota') {
    const { limit, period } = details
    const why = `Key quota exhausted for Usage Plan ID ${planId(call, details)}. Quota Limit: ${limit} Period: ${period}`
    return `${key} exceeded quota limit for API Stage ${stage}: ${why}`
  }
  const { apiId, stage: name } = call.route.stage.view
  const limits = `Limit: ${Number(details['rateLimit']).toFixed(2)} Burst: ${details['burstLimit']}`
  const method = `, Resource ${call.route.resourceId}, HttpMethod ${call.message.verb}`
  const where = `RestApi ${apiId}, Stage ${name}`
  if (step !== 'usage-plan-throttle') return `Key throttle limit exceeded for ${where}${method}. ${limits}`
  const ofMethod = details['level'] === 'planMethod' ? method : ''
  const why = `Key throttle limit exceeded for Usage Plan ID ${planId(call, details)}, ${where}${ofMethod}. ${limits}`
  return `${key} exceeded throttle limit for API Stage ${stage}: ${why}`
}

function keyRefusal(call: Call, key: string, stage: string): string {
  const needs = `method '${call.route.compiled.routeKey}' requires API Key`
  const why = keyOf(call) === undefined ? 'No API Key' : 'No Usage Plan found for key and API Stage'
  return `${key} not authorized because ${needs} and API Key is not associated with a Usage Plan for API Stage ${stage}: ${why}`
}

/** Traces name a plan, or who uses it. */
function planId({ route, apiKey }: Call, { plan, label }: TraceEntry['details']): string {
  const { design } = route.stage
  const key = design.apiKeys[apiKey]?.name
  const isNamed = ({ name }: UsagePlan): boolean =>
    name === plan || label === `${key} on ${name}` || label === `${key} on ${name}, ${route.compiled.routeKey}`
  return design.usagePlans.find(isNamed)?.id ?? ''
}
