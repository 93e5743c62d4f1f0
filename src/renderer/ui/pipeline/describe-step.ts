import type { ProtocolType } from '@shared/design/api'
import type { StepName } from '@shared/step-name'
import type { TraceEntry } from '@shared/trace'
import { formatMs, formatNumber } from '../format'
import { Details } from './trace-details'

type Describe = (details: Details, entry: TraceEntry, type: ProtocolType) => string

/**
 * What one decision found, in words: "Method: 0.41 of 50 tokens, next in 5.9 ms". Members of `details` that this step has no words
 * for follow as name and value, so nothing that was recorded is hidden.
 */
export function describeStep(entry: TraceEntry, type: ProtocolType = 'REST'): string {
  const details = new Details(entry.details)
  const words = DESCRIBE[entry.step](details, entry, type)
  return [words, ...details.rest()].filter((part) => part !== '').join('; ')
}

const LEVEL_WORDS: Readonly<Record<string, string>> = {
  planMethod: 'Plan, this method',
  plan: 'Plan, per key',
  method: 'Method',
  stage: 'Stage',
  account: 'Account',
}

const PERIOD_WORDS: Readonly<Record<string, string>> = { DAY: 'today', WEEK: 'this week', MONTH: 'this month' }

const OUTCOME_WORDS: Readonly<Record<string, string>> = {
  INTEGRATED: 'Answered',
  BAD_REQUEST_BODY: 'The body does not match its model',
  BAD_REQUEST_PARAMETERS: 'A required parameter is missing',
  valid: 'The request is valid',
}

const CACHE_WORDS: Readonly<Record<string, string>> = {
  hit: 'Stored answer',
  miss: 'No stored answer',
  bypass: 'Cache passed by',
  refused: 'Cache-Control: max-age=0 is not allowed for this caller',
}

const describeBucket: Describe = (details, entry, type) => {
  const level = details.text('level')
  const label = details.text('label')
  const isOfRoute = level === 'method' && type !== 'REST'
  const name = isOfRoute ? 'Route' : (LEVEL_WORDS[level ?? ''] ?? level ?? 'Bucket')
  const named = label === null ? name : `${name} (${label})`
  const reason = details.text('reason')
  if (reason !== null) return `${named}: ${reason}`
  const filled = `${formatTokens(details.number('tokens'))} of ${formatTokens(details.number('burstLimit'))} tokens`
  const rate = details.number('rateLimit')
  const next = details.number('nextTokenInMs')
  const isEmpty = entry.verdict === 'stopped'
  return joined([
    `${named}: ${filled}${isEmpty ? '' : ' left'}`,
    isEmpty && next !== null ? `next in ${formatMs(next)}` : '',
    rate === null ? '' : `${formatNumber(rate)} requests/s`,
  ])
}

/** A key whose plan has no quota is looked at too; that says nothing. */
const describeQuota: Describe = (details, entry) => {
  const plan = details.text('plan')
  const limit = details.number('limit')
  const used = details.number('used')
  const period = details.text('period')
  const resets = details.number('resetsInMs')
  if (limit === null) return ''
  const share = `${formatTokens(used)} of ${formatTokens(limit)}`
  const when = period === null ? '' : ` ${PERIOD_WORDS[period] ?? period}`
  if (entry.step === 'count-quota') return `Counted: ${share}${when}`
  return joined([
    `Quota${plan === null ? '' : ` of ${plan}`}: ${share} used${when}`,
    resets !== null && entry.verdict === 'stopped' ? `starts again in ${formatLong(resets)}` : '',
  ])
}

const describeApiKey: Describe = (details) => {
  const key = details.text('apiKey')
  const plan = details.text('plan')
  const reason = details.text('reason')
  if (reason !== null) return joined([key ?? '', reason])
  return key === null ? '' : `${key}${plan === null ? '' : ` on ${plan}`}`
}

const describeAuthorizer: Describe = (details, entry) => {
  const name = details.text('authorizer')
  const effect = details.text('effect')
  const source = details.text('source')
  const age = details.number('ageMs')
  const ttl = details.number('ttlMs')
  const kept = ttl === null ? '' : ttl === 0 ? 'result not kept' : `result kept ${formatSeconds(ttl)}`
  const found = joined([
    effect ?? '',
    details.text('reason') ?? '',
    source === 'cache' ? 'from cache' : '',
    source === 'called' && entry.verdict !== 'answered' ? 'function called' : '',
    source === 'cache' && age !== null
      ? `age ${formatSeconds(age)}${ttl === null ? '' : ` of ${formatSeconds(ttl)}`}`
      : kept,
  ])
  if (name === null || entry.verdict === 'answered') return found
  return found === '' ? name : `${name}: ${found}`
}

const describeCache: Describe = (details) => {
  const result = details.text('result')
  const reason = details.text('reason')
  const key = details.text('key')
  const age = details.number('ageMs')
  const ttl = details.number('ttlMs')
  const aged = age === null ? '' : `age ${formatSeconds(age)}${ttl === null ? '' : ` of ${formatSeconds(ttl)}`}`
  const kept = result === 'miss' && ttl !== null ? `an answer is kept ${formatSeconds(ttl)}` : ''
  return joined([CACHE_WORDS[result ?? ''] ?? result ?? '', aged, kept, key === null ? '' : `key ${key}`, reason ?? ''])
}

const describeValidation: Describe = (details, entry) => {
  const reason = details.text('reason') ?? (entry.verdict === 'stopped' ? 'The request is not valid' : 'valid')
  return OUTCOME_WORDS[reason] ?? reason
}

const ACTION_WORDS: Readonly<Record<string, string>> = { ALLOW: 'Allowed', BLOCK: 'Blocked' }

const describeWaf: Describe = (details) => {
  const acl = details.text('webAcl')
  const action = details.text('action')
  const rule = details.text('rule')
  const requests = details.number('requests')
  const limit = details.number('limit')
  const windowMs = details.number('windowMs')
  const counted = details.text('counted')
  const words = ACTION_WORDS[action ?? ''] ?? action ?? 'Looked at'
  const rate =
    requests === null || limit === null || windowMs === null
      ? ''
      : `${formatNumber(requests)} requests in ${formatSeconds(windowMs)}, limit ${formatNumber(limit)}`
  return joined([
    `${words} by ${rule === null ? 'default' : `rule ${rule}`}${acl === null ? '' : ` of ${acl}`}`,
    rate,
    counted === null ? '' : `counted by ${counted}`,
  ])
}

const describePolicy: Describe = (details) => {
  const effect = details.text('effect')
  const statement = details.text('statement')
  return joined([effect ?? '', statement === null ? '' : `statement ${statement}`])
}

const describeIntegration: Describe = (details, entry) => {
  const latency = details.number('latencyMs')
  const timeout = details.number('timeoutMs')
  const outcome = details.text('outcome')
  const problem = details.text('problem')
  if (entry.verdict === 'called' && outcome === null) return ''
  return joined([
    outcome === null ? '' : (OUTCOME_WORDS[outcome] ?? sentence(outcome)),
    latency === null ? '' : formatMs(latency),
    timeout === null ? '' : `time limit ${formatNumber(timeout)} ms`,
    problem === null ? '' : problemInWords(problem),
  ])
}

/** What the gateway logs of a failure, without the route that it names: "the function failed: Error: boom". */
export function problemInWords(problem: string): string {
  return problem.replace(/^\S+(?: \S+)? of "[^"]*", stage \S+: /, '')
}

const DESCRIBE: { readonly [step in StepName]: Describe } = {
  waf: describeWaf,
  'resource-policy': describePolicy,
  authorizer: describeAuthorizer,
  'api-key': describeApiKey,
  quota: describeQuota,
  'usage-plan-throttle': describeBucket,
  'method-throttle': describeBucket,
  'stage-throttle': describeBucket,
  'account-throttle': describeBucket,
  'connection-rate': describeBucket,
  'count-quota': describeQuota,
  'request-validator': describeValidation,
  'cache-lookup': describeCache,
  integration: describeIntegration,
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ')
}

/** Two decimals below ten: a bucket is empty at 0.99 tokens. Rounded down, so that less than one never reads as one. */
function formatTokens(tokens: number | null): string {
  if (tokens === null) return 'unknown'
  const steps = tokens < 10 ? 100 : tokens < 100 ? 10 : 1
  return formatNumber(Math.floor(tokens * steps) / steps)
}

/** "INTEGRATION_TIMEOUT" -> "Integration timeout"; other words stay as they are. */
function sentence(outcome: string): string {
  if (!/^[A-Z_]+$/.test(outcome)) return outcome
  const words = outcome.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Ages and times to live, which people set in seconds: 300000 -> "300 s", 250 -> "250 ms". */
function formatSeconds(ms: number): string {
  return ms !== 0 && ms < 1000 ? formatMs(ms) : `${formatNumber(Math.floor(ms / 1000))} s`
}

/** Until a quota starts again: "6 d 3 h", "3 h 20 min", "40 s". */
function formatLong(ms: number): string {
  const minutes = Math.floor(ms / 60_000)
  const hours = Math.floor(minutes / 60)
  if (hours >= 24) return `${Math.floor(hours / 24)} d ${hours % 24} h`
  if (hours > 0) return `${hours} h ${minutes % 60} min`
  return minutes > 0 ? `${minutes} min` : formatSeconds(ms)
}
