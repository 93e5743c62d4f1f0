import { ACCESS_LOG_FORMATS } from '@shared/design/scenario'

const number = { type: 'number' }
const text = { type: 'string' }
const numbers = { type: 'array', items: number }

type Members = Readonly<Record<string, object>>

/** An object with these members. Members beyond those named are left to the service. */
function object(required: Members, optional: Members = {}): object {
  return { type: 'object', properties: { ...required, ...optional }, required: Object.keys(required) }
}

/** One of several objects told apart by a member: the members each must have, and those it may. A problem is that of the one meant. */
function variants(member: string, shapes: Readonly<Record<string, readonly [Members, Members?]>>): object {
  return {
    ...object({ [member]: { enum: Object.keys(shapes) } }),
    allOf: Object.entries(shapes).map(([value, [required, optional]]) => ({
      // The other way round, because an object with `then` is taken for a promise.
      if: { not: object({ [member]: { const: value } }) },
      else: object(required, optional),
    })),
  }
}

const latency = variants('distribution', {
  CONSTANT: [{ valueMs: number }],
  UNIFORM: [{ minMs: number, maxMs: number }],
  NORMAL: [{ meanMs: number, standardDeviationMs: number }],
  LOGNORMAL: [{ medianMs: number, sigma: number }],
  EXPONENTIAL: [{ meanMs: number }],
  EMPIRICAL: [{ valuesMs: numbers }],
})

const span = { from: number, to: number }

const trafficShape = variants('type', {
  CONSTANT: [{ ratePerSecond: number }, span],
  POISSON: [{ ratePerSecond: number }, span],
  BURST: [
    { count: number, at: number },
    { spreadInSeconds: number, everyInSeconds: number },
  ],
  RAMP: [{ fromRatePerSecond: number, toRatePerSecond: number }, span],
  STEPS: [{ steps: { type: 'array', items: object({ at: number, ratePerSecond: number }) } }],
  SPIKE: [
    { ratePerSecond: number, peakRatePerSecond: number, at: number },
    { riseInSeconds: number, holdInSeconds: number, fallInSeconds: number },
  ],
  DAILY: [{ ratePerSecond: number }, { hours: numbers }],
  WEEKLY: [{ ratePerSecond: number }, { hours: numbers, days: numbers }],
  CLOSED_LOOP: [
    { users: number, thinkTime: latency },
    { rampUpInSeconds: number, ...span },
  ],
  REPLAY: [{ file: text }, { format: { enum: ACCESS_LOG_FORMATS }, speed: number }],
})

const popularity = object(
  { count: number, distribution: { enum: ['UNIFORM', 'ZIPF', 'HOT_SET'] } },
  { exponent: number, hotCount: number, hotShare: number },
)

const popularityOver = object(
  { names: { type: 'array', items: text }, distribution: { enum: ['UNIFORM', 'ZIPF'] } },
  { exponent: number },
)

const retry = object(
  { type: { enum: ['FIXED', 'EXPONENTIAL'] }, delayMs: number },
  { maxDelayMs: number, jitter: { enum: ['NONE', 'FULL'] }, maxAttempts: number, statuses: numbers, budget: number },
)

const source = object(
  { name: text, shape: trafficShape, routes: { type: 'object', additionalProperties: number } },
  {
    apiKeys: popularityOver,
    identities: popularity,
    items: popularity,
    invalidBodies: number,
    missingTokens: number,
    expiredTokens: number,
    deniedIdentities: number,
    wrongApiKeys: number,
    cacheBypasses: number,
    sourceIp: text,
    vpcEndpointId: text,
    clientLatency: latency,
    retry,
  },
)

const connection = object(
  { name: text, shape: trafficShape },
  {
    stay: latency,
    leavesSilently: number,
    pingsEverySeconds: number,
    reconnectAfter: latency,
    messages: object(
      { ratePerSecond: number, routes: { type: 'object', additionalProperties: number } },
      { bytes: number, invalidBodies: number },
    ),
    joins: number,
    apiKeys: popularityOver,
    identities: popularity,
    missingTokens: number,
    expiredTokens: number,
    deniedIdentities: number,
    wrongApiKeys: number,
  },
)

const flag = { type: 'boolean' }

const webSocket = object(
  {},
  {
    rooms: popularity,
    answers: {
      type: 'object',
      additionalProperties: object(
        {},
        { reply: flag, broadcast: { enum: ['ROOM', 'ALL'] }, includesSender: flag, bytes: number },
      ),
    },
    pushes: {
      type: 'array',
      items: object({ name: text, shape: trafficShape, to: { enum: ['ALL', 'ROOM', 'ONE'] } }, { bytes: number }),
    },
    cleansUpGone: flag,
    lostDisconnects: number,
    postLatency: latency,
    parallelPosts: number,
  },
)

const outage = object({ from: number, to: number, type: { enum: ['ERROR', 'TIMEOUT'] } })

const backend = object(
  { latency },
  {
    errorRate: number,
    timeoutRate: number,
    concurrencyLimit: number,
    whenBusy: { enum: ['REFUSE', 'QUEUE'] },
    queueLimit: number,
    coldStart: object({ latency }, { idleTimeoutInSeconds: number }),
    outages: { type: 'array', items: outage },
    responseBytes: number,
    isPersonal: { type: 'boolean' },
  },
)

const level = { enum: ['planMethod', 'plan', 'method', 'stage', 'account'] }

const event = variants('type', {
  SET_LIMIT: [
    { at: number, level, rateLimit: number, burstLimit: number },
    { route: text, usagePlanId: text },
  ],
  FLUSH_CACHE: [{ at: number }],
  FLUSH_AUTHORIZER_CACHE: [{ at: number }],
  DEPLOY: [{ at: number }],
  REVOKE: [{ at: number, source: text, share: number }],
  CHANGE_DATA: [{ at: number, route: text }],
  CHANGE_BACKEND: [
    { at: number, route: text },
    { latencyFactor: number, errorRate: number },
  ],
})

const check = object(
  {
    metric: text,
    operator: { enum: ['<', '<=', '==', '>=', '>'] },
    value: number,
  },
  { apiKey: text, route: text },
)

/**
 * A `Scenario` by its types alone. Ranges, names and sums are the service's to judge: it answers with a diagnostic for each, where
 * the edge could only refuse the call.
 */
export const scenarioShape = object(
  {
    name: text,
    apiId: text,
    stage: text,
    durationInSeconds: number,
    seed: number,
    sources: { type: 'array', items: source },
  },
  {
    description: text,
    startsAt: text,
    connections: { type: 'array', items: connection },
    webSocket,
    backends: { type: 'object', additionalProperties: backend },
    authorizer: object({ latency }, { errorRate: number }),
    overhead: latency,
    events: { type: 'array', items: event },
    checks: { type: 'array', items: check },
  },
)
