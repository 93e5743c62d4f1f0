import type { Popularity, PopularityOver, RetryPolicy, TrafficSource } from '@shared/design/scenario'
import { list, number, optional, record, required, struct, text, word } from '../shape'
import { latencyShape } from './latency.shape'
import { trafficShapeShape } from './traffic.shape'

export const popularityShape = struct<Popularity>('Popularity', {
  count: required(number),
  distribution: required(word('UNIFORM', 'ZIPF', 'HOT_SET')),
  exponent: optional(number),
  hotCount: optional(number),
  hotShare: optional(number),
})

export const popularityOverShape = struct<PopularityOver>('PopularityOver', {
  names: required(list(text)),
  distribution: required(word('UNIFORM', 'ZIPF')),
  exponent: optional(number),
})

const retryPolicyShape = struct<RetryPolicy>('RetryPolicy', {
  type: required(word('FIXED', 'EXPONENTIAL')),
  delayMs: required(number),
  maxDelayMs: optional(number),
  jitter: optional(word('NONE', 'FULL')),
  maxAttempts: optional(number),
  statuses: optional(list(number)),
  budget: optional(number),
})

export const trafficSourceShape = struct<TrafficSource>('TrafficSource', {
  name: required(text),
  shape: required(trafficShapeShape),
  routes: required(record(number)),
  apiKeys: optional(popularityOverShape),
  identities: optional(popularityShape),
  items: optional(popularityShape),
  invalidBodies: optional(number),
  missingTokens: optional(number),
  expiredTokens: optional(number),
  deniedIdentities: optional(number),
  wrongApiKeys: optional(number),
  cacheBypasses: optional(number),
  sourceIp: optional(text),
  vpcEndpointId: optional(text),
  clientLatency: optional(latencyShape),
  retry: optional(retryPolicyShape),
})
