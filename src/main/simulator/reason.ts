import type { OutcomeName } from '@shared/outcome'
import type { TraceEntry } from '@shared/trace'

/** How many tokens a client, or the requests to a route, took from the refusing bucket during the second before. */
export interface TokenUse {
  readonly taker: string
  readonly tokens: number
}

/** One paragraph: what decided, who had used the tokens, when the next was due, what would change it. */
export function reasonOf(outcome: OutcomeName, last: TraceEntry, uses: readonly TokenUse[]): string {
  if (outcome.startsWith('THROTTLED')) return throttleReason(last, uses)
  return REASONS[outcome]?.(last) ?? `The request ended as ${outcome}.`
}

function throttleReason({ details }: TraceEntry, uses: readonly TokenUse[]): string {
  const { tokens, rateLimit, burstLimit, nextTokenInMs, label, level } = details
  const found = `${LEVELS[String(level)] ?? level} of ${label} held ${floored(tokens)} of ${number(burstLimit, 0)} tokens; a request needs one.`
  const next =
    typeof nextTokenInMs === 'number' && Number.isFinite(nextTokenInMs)
      ? ` The next token was due ${number(nextTokenInMs, nextTokenInMs < 1 ? 3 : 1)} ms later.`
      : ' No token will come: the rate is 0.'
  const taken = uses.reduce((sum, use) => sum + use.tokens, 0)
  const who = uses[0]
    ? ` In the second before, ${uses[0].taker} took ${number(uses[0].tokens, 0)} of the ${number(taken, 0)} tokens given out.`
    : ''
  return `${found}${who}${next} It refills at ${number(rateLimit, 2)} tokens a second: raise this limit, or send less.`
}

const LEVELS: Readonly<Record<string, string>> = {
  planMethod: "The usage plan's bucket for this method",
  plan: "The usage plan's bucket",
  method: "The stage's bucket for the method",
  stage: "The stage's default bucket",
  account: "The account's bucket",
}

const REASONS: { readonly [outcome in OutcomeName]?: (last: TraceEntry) => string } = {
  INTEGRATED: () => 'Every step let the request pass and the backend answered.',
  CACHED: ({ details }) =>
    `The response cache held a fresh answer, ${number(details['ageMs'], 0)} ms old of ${number(details['ttlMs'], 0)} ms. The backend was not called.`,
  INTEGRATION_SERVER_ERROR: () => 'The backend failed. The request had passed every limit and counts as admitted.',
  INTEGRATION_TIMEOUT: ({ details }) =>
    `The backend did not answer within the integration's ${number(details['timeoutMs'], 0)} ms. Shorten its work, or answer at once and finish later.`,
  BLOCKED: () => 'The backend was working on as many calls as its concurrency limit allows and refused one more.',
  QUOTA_EXCEEDED: ({ details }) =>
    `The key has used ${number(details['used'], 0)} of ${number(details['limit'], 0)} requests of its ${details['period']} quota on plan ${details['plan']}. It begins anew in ${waitText(Number(details['resetsInMs']))}: raise the quota, or send less.`,
  UNAUTHORIZED: () =>
    'The identity source of the authorizer was missing, empty, or did not match its expression, so the function was not called.',
  ACCESS_DENIED: ({ step }) =>
    step === 'cache-lookup'
      ? 'The request asked for a new cache entry with Cache-Control: max-age=0. Its caller may not, and the method answers that with 403.'
      : 'No statement of the policies allows this caller to invoke the method.',
  ACCESS_DENIED_EXPLICIT: () => 'A Deny statement matched. It wins over every Allow.',
  INVALID_API_KEY: ({ details }) => `The method needs an API key and ${details['reason']}.`,
  AUTHORIZER_CONFIGURATION_ERROR: () =>
    'The authorizer function failed or its answer was not usable. Such results are not kept, so each request calls it again.',
  BAD_REQUEST_BODY: () => 'The body does not match the model of its content type. The backend was not called.',
  WAF_FILTERED: ({ details }) => wafReason(details),
  BAD_REQUEST_PARAMETERS: () => 'A required parameter is missing or blank. The backend was not called.',
}

function wafReason({ webAcl, rule, requests, limit, windowMs }: TraceEntry['details']): string {
  if (rule === null) return `No rule of web ACL ${webAcl} let the request pass, and it blocks by default.`
  if (requests === undefined) return `Rule ${rule} of web ACL ${webAcl} blocks the caller's address.`
  const counted = `${number(requests, 0)} requests within ${number(Number(windowMs) / 1000, 0)} s`
  return `Rule ${rule} of web ACL ${webAcl} has counted ${counted} from the caller's address; more than ${number(limit, 0)} are blocked. Blocked requests count too.`
}

/** 5,400,000 -> "1.5 hours". */
function waitText(ms: number): string {
  if (ms >= 2 * 86_400_000) return `${number(ms / 86_400_000, 1)} days`
  if (ms >= 2 * 3_600_000) return `${number(ms / 3_600_000, 1)} hours`
  return ms >= 120_000 ? `${number(ms / 60_000, 1)} minutes` : `${number(ms / 1000, 1)} seconds`
}

/** Two decimals, rounded down: less than one token never reads as one. */
function floored(value: unknown): string {
  return typeof value === 'number' ? number(Math.floor(value * 100) / 100, 2) : '?'
}

function number(value: unknown, digits: number): string {
  return typeof value === 'number' ? value.toLocaleString('en-US', { maximumFractionDigits: digits }) : '?'
}
