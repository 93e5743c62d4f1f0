import type { Assumptions } from '@shared/design/assumptions'

/** An answer that a project gives where AWS gives none. */
export interface AssumptionWords {
  readonly name: keyof Assumptions
  /** Tag of the unknown in the specification. */
  readonly tag: string | null
  readonly label: string
  readonly help: string
}

export const ASSUMPTION_WORDS: readonly AssumptionWords[] = [
  {
    name: 'refundOnReject',
    tag: 'U1',
    label: 'Refund tokens on reject',
    help: 'A request passes several buckets, one after the other. On: when a later one refuses it, the tokens it took before go back. Off: they are spent, so refused requests also use up the limits of a usage plan.',
  },
  {
    name: 'countThrottledInQuota',
    tag: 'U2',
    label: 'Count throttled requests in the quota',
    help: 'On: a request that a throttle refuses still counts towards the quota of its usage plan. Off: only requests that pass every throttle count.',
  },
  {
    name: 'cacheErrorResponses',
    tag: 'U3',
    label: 'Cache error responses',
    help: 'On: a backend answer that is not 2xx enters the response cache and is given to others until its TTL ends. Off: only 2xx answers are kept.',
  },
  {
    name: 'requirePrincipalId',
    tag: 'U4',
    label: 'Require principalId',
    help: 'On: an authorizer result without principalId is a configuration error, answered with 500. Off: it is taken as it is.',
  },
  {
    name: 'flushCacheOnDeploy',
    tag: 'U8',
    label: 'Flush the cache on deploy',
    help: 'On: a deployment empties the response cache of its stage, so every first request reaches the backend. Off: entries live on until their TTL ends.',
  },
  {
    name: 'stageLimitIsShared',
    tag: null,
    label: 'Share the stage limit between methods',
    help: 'The console says that each method respects the stage’s rate and burst; the guide speaks of a limit of the stage. On: methods without a limit of their own draw from one bucket. Off: each has one of the same size.',
  },
  {
    name: 'fetchPoolKeys',
    tag: null,
    label: 'Fetch keys of real user pools',
    help: 'On: a token of a user pool that was not made here is checked with the keys that Cognito publishes for that pool, so the gateway calls out of this computer. Off: only tokens of the local user pools are good.',
  },
  {
    name: 'authorizeBeforeThrottle',
    tag: null,
    label: 'HTTP APIs authorize before they throttle',
    help: 'AWS does not say which comes first. On: a caller who is refused takes no token of the route. Off: the throttle comes first, and a flood of bad tokens uses the limit up.',
  },
  {
    name: 'pingKeepsConnection',
    tag: null,
    label: 'Pings keep WebSocket connections open',
    help: 'On: a ping from the client puts off the end after ten idle minutes, as people report. Off: only messages do.',
  },
]
