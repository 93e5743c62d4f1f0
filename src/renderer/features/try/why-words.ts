import type { TracedRequest } from '@shared/contract/gateway'
import type { StepName } from '@shared/step-name'
import type { TraceEntry } from '@shared/trace'
import { formatMs, formatNumber } from '../../ui/format'
import { ROW_OF_STEP, type LadderStep } from '../../ui/pipeline/ladder-step'
import { familyOfTrace } from '../../ui/pipeline/trace-rows'
import { httpIntegrationWords, type Words } from './http-integration-words'

/** Why a call was not served: what refused it, and what would change that. */
export interface Why extends Words {
  readonly step: LadderStep
}

/** Null for a call that was served, and for one that never came to a step. */
export function whyOfCall(call: TracedRequest): Why | null {
  const last = call.trace.at(-1)
  if (last === undefined) return null
  const family = familyOfTrace(call.trace)
  if (family === 'served' || family === 'cacheHit') return null
  return { step: ROW_OF_STEP[last.step], ...wordsOf(last, call) }
}

function wordsOf(entry: TraceEntry, call: TracedRequest): Words {
  switch (entry.step) {
    case 'waf':
      return wafWords(entry)
    case 'resource-policy':
      return policyWords(entry)
    case 'authorizer':
      return authorizerWords(entry, call)
    case 'api-key':
      return keyWords(entry)
    case 'quota':
      return quotaWords(entry)
    case 'usage-plan-throttle':
    case 'method-throttle':
    case 'stage-throttle':
    case 'account-throttle':
      return throttleWords(entry, call)
    case 'request-validator':
      return validationWords(entry)
    case 'cache-lookup':
      return {
        found: 'The request asked with Cache-Control: max-age=0 for a new cache entry, which this caller may not.',
        advice: 'Leave the header out, or let the stage serve such requests from the cache without permission.',
      }
    case 'integration':
      return integrationWords(entry, call)
    default:
      return { found: `${call.routeKey} was refused at this step.`, advice: 'Its setting in Design says when.' }
  }
}

function wafWords({ details }: TraceEntry): Words {
  const { webAcl, rule, requests, limit } = details
  const acl = `the web ACL ${typeof webAcl === 'string' ? webAcl : ''}`.trim()
  if (typeof rule !== 'string')
    return {
      found: `No rule of ${acl} allows this caller, and its default action is to block.`,
      advice: 'Add a rule that allows the caller, or call from another address: the Caller tab sets it.',
    }
  const rate = typeof requests === 'number' ? ` after ${figure(requests)} requests, more than ${figure(limit)}` : ''
  return {
    found: `The rule ${rule} of ${acl} blocks this caller${rate}.`,
    advice: 'Change the rule, or call from another address: the Caller tab sets it.',
  }
}

function policyWords({ details }: TraceEntry): Words {
  const isExplicit = details['effect'] === 'Deny'
  return {
    found: isExplicit
      ? 'A statement of the resource policy denies this caller.'
      : 'No statement of the resource policy allows this caller.',
    advice: isExplicit
      ? 'Narrow the statement that denies, or call from another address: the Caller tab sets it.'
      : 'Add a statement that allows the caller, or call as one that is allowed: the Caller tab sets address and VPC endpoint.',
  }
}

function authorizerWords({ details }: TraceEntry, { status, protocolType }: TracedRequest): Words {
  const { effect, authorizer, reason, source } = details
  const name = typeof authorizer === 'string' ? authorizer : 'The authorizer'
  if (effect === 'error')
    return {
      found: `${name} failed, so nobody knows who calls.`,
      advice: 'See what its function printed; an answer that is not a policy counts as a failure too.',
    }
  if (protocolType === 'HTTP' && effect === 'Deny' && typeof reason === 'string')
    return {
      found: `${name} denies the caller: ${reason}.`,
      advice: reason.includes('scope')
        ? 'Choose a token with such a scope: the token menu makes one.'
        : 'Call with another identity, or change what it is allowed.',
    }
  if (effect === 'Deny' || effect === 'no statement matched') {
    const kept =
      source === 'cache' ? ' The result was kept from an earlier call; flush the authorizer results to ask again.' : ''
    return {
      found:
        effect === 'Deny'
          ? `${name} denies this method to the caller.`
          : `The policy of ${name} does not allow this method.`,
      advice: `Call with another identity, or change what the authorizer returns.${kept}`,
    }
  }
  if (typeof reason === 'string' && reason.startsWith('the identity source'))
    return {
      found: `${name} was not asked: the identity source is missing or does not match.`,
      advice: 'Send what it reads: any header goes under Headers, a token of a user pool under Auth.',
    }
  return {
    found: `${name} does not accept the caller${typeof reason === 'string' ? `: ${reason}` : ''}.`,
    advice:
      status === 401
        ? 'Send a valid token. The Auth tab makes one.'
        : 'Call as somebody who may, or change what the caller is allowed.',
  }
}

function keyWords({ details }: TraceEntry): Words {
  const key = typeof details['apiKey'] === 'string' ? details['apiKey'] : null
  switch (details['reason']) {
    case 'no API key was sent':
      return {
        found: 'The method requires an API key, and the request has none.',
        advice: 'Choose a key beside the address, or do not require one.',
      }
    case 'no API key has this value':
      return { found: 'No API key has the value that was sent.', advice: 'Choose a key beside the address.' }
    case 'the key is disabled':
      return { found: `The key ${key ?? ''} is disabled.`, advice: 'Enable it, or choose another.' }
    default:
      return {
        found: `The key ${key ?? ''} is in no usage plan of this stage.`,
        advice: 'Add the key to a plan that covers the stage, or choose another.',
      }
  }
}

function quotaWords({ details }: TraceEntry): Words {
  const { limit, period } = details
  const each = typeof period === 'string' ? ` a ${period.toLowerCase()}` : ''
  return {
    found: `The quota of ${figure(limit)} requests${each} is used up.`,
    advice: 'Raise the quota of the plan, or call with a key of another plan. A restart of the gateway begins it anew.',
  }
}

const BUCKET_WORDS: Readonly<Record<string, string>> = {
  planMethod: 'limit of the usage plan for this method',
  plan: 'limit of the usage plan',
  method: 'limit of the method',
  stage: 'limit of the stage',
  account: 'limit of the account',
}

function throttleWords({ details }: TraceEntry, { protocolType }: TracedRequest): Words {
  const { level, tokens, burstLimit, rateLimit, nextTokenInMs } = details
  const isOfRoute = level === 'method' && protocolType !== undefined
  const name = isOfRoute ? 'limit of the route' : (BUCKET_WORDS[String(level)] ?? 'limit')
  const left = typeof tokens === 'number' ? figure(Math.floor(tokens * 100) / 100) : 'less than one'
  const next = typeof nextTokenInMs === 'number' ? `; the next is due in ${formatMs(nextTokenInMs)}` : ''
  return {
    found: `The ${name} had ${left} of ${figure(burstLimit)} tokens left${next}. It refills with ${figure(rateLimit)} a second.`,
    advice: adviceForLevel(String(level), protocolType),
  }
}

function adviceForLevel(level: string, protocolType: TracedRequest['protocolType']): string {
  if (level === 'plan' || level === 'planMethod')
    return 'Raise rate or burst of the plan, give the key a plan of its own, or send more slowly.'
  return level === 'account'
    ? `All APIs share this limit: lower the limits of other ${protocolType === undefined ? 'methods' : 'routes'}, or send more slowly.`
    : 'Raise rate or burst, or send more slowly. Refill the buckets to go on at once.'
}

function validationWords({ details }: TraceEntry): Words {
  if (details['reason'] === 'BAD_REQUEST_PARAMETERS')
    return {
      found: 'A parameter that the method requires is missing.',
      advice: 'Add it in Query or Headers: the answer names it.',
    }
  return {
    found: 'The body does not match the model of the method.',
    advice: 'Correct it, or put in a sample of the model with the button above the body.',
  }
}

const FAILURES: Readonly<Record<string, Words>> = {
  INTEGRATION_TIMEOUT: {
    found: 'The backend did not answer within the time limit of the integration.',
    advice: 'Raise the time limit, or make the backend faster.',
  },
  INTEGRATION_FAILURE: {
    found: 'The backend could not be reached, or its answer could not be used.',
    advice: 'See the execution log for what it answered.',
  },
}

function integrationWords({ details }: TraceEntry, { protocolType }: TracedRequest): Words {
  if (protocolType === 'HTTP') return httpIntegrationWords(details)
  const failure = FAILURES[String(details['outcome'])]
  return (
    failure ?? {
      found: 'The backend answered with an error.',
      advice: 'See the execution log for what it answered. The gateway has only passed it on.',
    }
  )
}

function figure(value: unknown): string {
  return typeof value === 'number' ? formatNumber(value) : 'unknown'
}

/** Steps that a test invoke leaves out, in plain words. */
export function stepWords(step: string): string {
  return Object.hasOwn(STEPS, step) ? STEPS[step as StepName]! : step
}

const STEPS: Partial<Record<StepName, string>> = {
  waf: 'web ACL',
  'resource-policy': 'resource policy',
  authorizer: 'authorizer',
  'api-key': 'API key',
  quota: 'quota',
  'usage-plan-throttle': 'usage plan throttle',
  'method-throttle': 'method throttle',
  'stage-throttle': 'stage throttle',
  'account-throttle': 'account throttle',
  'count-quota': 'counting of the quota',
  'request-validator': 'validation',
  'cache-lookup': 'cache',
}
