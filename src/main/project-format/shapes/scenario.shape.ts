import {
  SCENARIO_METRICS,
  type AuthorizerModel,
  type BackendModel,
  type LatencyDistribution,
  type Popularity,
  type PopularityOver,
  type Scenario,
  type ScenarioCheck,
  type TrafficShape,
  type TrafficSource,
} from '@shared/design/scenario'
import { filled, list, number, optional, record, required, struct, text, union, word } from '../shape'

type TrafficOf<Type> = Extract<TrafficShape, { type: Type }>
type LatencyOf<Distribution> = Extract<LatencyDistribution, { distribution: Distribution }>

const trafficShapeShape = union<TrafficShape, 'type'>('type', {
  CONSTANT: struct<TrafficOf<'CONSTANT'>>('ConstantTraffic', {
    type: required(word('CONSTANT')),
    ratePerSecond: required(number),
    from: optional(number),
    to: optional(number),
  }),
  POISSON: struct<TrafficOf<'POISSON'>>('PoissonTraffic', {
    type: required(word('POISSON')),
    ratePerSecond: required(number),
    from: optional(number),
    to: optional(number),
  }),
  BURST: struct<TrafficOf<'BURST'>>('BurstTraffic', {
    type: required(word('BURST')),
    count: required(number),
    at: required(number),
    spreadInSeconds: optional(number),
    everyInSeconds: optional(number),
  }),
  RAMP: struct<TrafficOf<'RAMP'>>('RampTraffic', {
    type: required(word('RAMP')),
    fromRatePerSecond: required(number),
    toRatePerSecond: required(number),
    from: optional(number),
    to: optional(number),
  }),
})

const latencyShape = union<LatencyDistribution, 'distribution'>('distribution', {
  CONSTANT: struct<LatencyOf<'CONSTANT'>>('ConstantLatency', {
    distribution: required(word('CONSTANT')),
    valueMs: required(number),
  }),
  LOGNORMAL: struct<LatencyOf<'LOGNORMAL'>>('LognormalLatency', {
    distribution: required(word('LOGNORMAL')),
    medianMs: required(number),
    sigma: required(number),
  }),
  EXPONENTIAL: struct<LatencyOf<'EXPONENTIAL'>>('ExponentialLatency', {
    distribution: required(word('EXPONENTIAL')),
    meanMs: required(number),
  }),
})

const distributionShape = word('UNIFORM', 'ZIPF')

const popularityShape = struct<Popularity>('Popularity', {
  count: required(number),
  distribution: required(distributionShape),
  exponent: optional(number),
})

const popularityOverShape = struct<PopularityOver>('PopularityOver', {
  names: required(list(text)),
  distribution: required(distributionShape),
  exponent: optional(number),
})

const trafficSourceShape = struct<TrafficSource>('TrafficSource', {
  name: required(text),
  shape: required(trafficShapeShape),
  routes: required(record(number)),
  apiKeys: optional(popularityOverShape),
  identities: optional(popularityShape),
  items: optional(popularityShape),
  invalidBodies: optional(number),
  missingTokens: optional(number),
  deniedIdentities: optional(number),
  wrongApiKeys: optional(number),
  cacheBypasses: optional(number),
  sourceIp: optional(text),
  vpcEndpointId: optional(text),
})

const backendModelShape = struct<BackendModel>('BackendModel', {
  latency: required(latencyShape),
  errorRate: optional(number),
  concurrencyLimit: optional(number),
  responseBytes: optional(number),
})

const authorizerModelShape = struct<AuthorizerModel>('AuthorizerModel', {
  latency: required(latencyShape),
  errorRate: optional(number),
})

const scenarioCheckShape = struct<ScenarioCheck>('ScenarioCheck', {
  metric: required(word(...SCENARIO_METRICS)),
  apiKey: optional(text),
  route: optional(text),
  operator: required(word('<', '<=', '==', '>=', '>')),
  value: required(number),
})

export const scenarioShape = struct<Scenario>('Scenario', {
  name: required(text),
  description: optional(text),
  apiId: required(text),
  stage: required(text),
  durationInSeconds: required(number),
  seed: required(number),
  startsAt: optional(text),
  sources: filled(list(trafficSourceShape), []),
  backends: optional(record(backendModelShape)),
  authorizer: optional(authorizerModelShape),
  overhead: optional(latencyShape),
  checks: optional(list(scenarioCheckShape)),
})
