import type { Api } from '@shared/design/api'
import {
  DEFAULT_RETRY_ATTEMPTS,
  DEFAULT_RETRY_MAX_DELAY_MS,
  DEFAULT_RETRY_STATUSES,
  type PopularityOver,
  type RetryPolicy,
  type Scenario,
  type TrafficSource,
} from '@shared/design/scenario'
import { parseInstant } from '../../engine/authorizers/instant'
import type { LoadArrival, LoadKey, LoadRetry, LoadSource } from './load-plan'
import type { LoadRoute } from './load-route'
import { rateProfile } from './rate-profile'

/** Of a log that is not replayed, until somebody sets another: requests per second. */
export const REPLAY_STAND_IN_RATE = 1
const DEFAULT_STARTS_AT = '2026-01-01T00:00:00Z'

/** One source of a scenario with nothing left to default. */
export function loadSource(
  source: TrafficSource,
  scenario: Scenario,
  api: Api | undefined,
  keys: readonly LoadKey[],
  routes: readonly LoadRoute[],
  id: string,
): LoadSource {
  const sendsKeys = !(api?.protocolType === 'REST' && api.apiKeySource === 'AUTHORIZER')
  return {
    name: source.name,
    id,
    arrival: arrivalOf(source, scenario),
    routes,
    keys: sendsKeys ? weightedKeys(source.apiKeys, keys) : [],
    identities: source.identities ?? { count: 1, distribution: 'UNIFORM' },
    items: source.items ?? { count: 1, distribution: 'UNIFORM' },
    shares: {
      invalidBodies: source.invalidBodies ?? 0,
      missingTokens: source.missingTokens ?? 0,
      expiredTokens: source.expiredTokens ?? 0,
      deniedIdentities: source.deniedIdentities ?? 0,
      wrongApiKeys: source.wrongApiKeys ?? 0,
      cacheBypasses: source.cacheBypasses ?? 0,
    },
    retry: source.retry === undefined ? null : retryOf(source.retry),
  }
}

function arrivalOf({ shape }: TrafficSource, { durationInSeconds, startsAt }: Scenario): LoadArrival {
  if (shape.type === 'CLOSED_LOOP') {
    const { users, thinkTime, rampUpInSeconds = 0, from = 0, to = durationInSeconds } = shape
    return { kind: 'users', users, rampUpInSeconds, from, to: Math.min(to, durationInSeconds), thinkTime }
  }
  const start = parseInstant(startsAt ?? DEFAULT_STARTS_AT)
  const stands = shape.type === 'REPLAY' ? { type: 'CONSTANT' as const, ratePerSecond: REPLAY_STAND_IN_RATE } : shape
  const profile = rateProfile(stands, durationInSeconds, Number.isNaN(start) ? 0 : start)
  return { kind: 'rate', profile, isPoisson: !['CONSTANT', 'BURST', 'REPLAY'].includes(shape.type) }
}

/** The first named is the most popular, as in the simulator. */
function weightedKeys(over: PopularityOver | undefined, keys: readonly LoadKey[]): LoadSource['keys'] {
  if (over === undefined) return []
  const { names, distribution, exponent = 1 } = over
  return names.map((name, index) => ({
    ...keys.find((key) => key.name === name)!,
    weight: distribution === 'UNIFORM' ? 1 : (index + 1) ** -exponent,
  }))
}

function retryOf(policy: RetryPolicy): LoadRetry {
  return {
    type: policy.type,
    delayMs: policy.delayMs,
    maxDelayMs: policy.maxDelayMs ?? DEFAULT_RETRY_MAX_DELAY_MS,
    jitter: policy.type === 'FIXED' ? 'NONE' : (policy.jitter ?? 'FULL'),
    maxAttempts: policy.maxAttempts ?? DEFAULT_RETRY_ATTEMPTS,
    statuses: policy.statuses ?? DEFAULT_RETRY_STATUSES,
    budget: policy.budget ?? null,
  }
}
