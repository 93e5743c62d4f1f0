/** Traffic to simulate: who calls what, how often, and how the backends behave. Part of the project. */
export interface Scenario {
  readonly name: string
  readonly description?: string
  /** Which stage of which API is called. */
  readonly apiId: string
  readonly stage: string
  readonly durationInSeconds: number
  /** A whole number; the same seed gives the same run, byte for byte. */
  readonly seed: number
  /** ISO 8601 instant at which the run begins, for quota periods; 2026-01-01T00:00:00Z when absent. */
  readonly startsAt?: string
  readonly sources: readonly TrafficSource[]
  /** By routeKey ("GET /orders"); `*` for all others. */
  readonly backends?: { readonly [routeKey: string]: BackendModel }
  readonly authorizer?: AuthorizerModel
  /** What the gateway itself adds to each answered request; `DEFAULT_REST_OVERHEAD` when absent. */
  readonly overhead?: LatencyDistribution
  readonly checks?: readonly ScenarioCheck[]
}

/** One stream of requests. */
export interface TrafficSource {
  readonly name: string
  readonly shape: TrafficShape
  /** RouteKey -> weight, as in { "GET /orders": 3, "POST /orders": 1 }. */
  readonly routes: { readonly [routeKey: string]: number }
  /** Names of the API keys the requests carry; the draw is Zipf when there are several. None when absent. */
  readonly apiKeys?: PopularityOver
  /** How many different callers (tokens) there are, and how often each comes. One caller when absent. */
  readonly identities?: Popularity
  /** How many different items (values of the cache key) are asked for, and how often each. One when absent. */
  readonly items?: Popularity
  /** Shares of requests, 0 to 1. */
  readonly invalidBodies?: number
  readonly missingTokens?: number
  readonly deniedIdentities?: number
  readonly wrongApiKeys?: number
  readonly cacheBypasses?: number
  /** The address that web ACLs and resource policies see, as in "203.0.113.10". */
  readonly sourceIp?: string
  /** The VPC endpoint they come through, as resource policies of private APIs see it: "vpce-0a1b2c3d4e5f60718". */
  readonly vpcEndpointId?: string
}

/**
 * CONSTANT: evenly spaced from the first instant. POISSON: independent arrivals. BURST: `count` requests spread evenly over
 * `spreadInSeconds` (all at once when 0), again every `everyInSeconds` when given. RAMP: Poisson, the rate going from one to the other.
 * Units: requests per second, seconds from the start of the run.
 */
export type TrafficShape =
  | { readonly type: 'CONSTANT'; readonly ratePerSecond: number; readonly from?: number; readonly to?: number }
  | { readonly type: 'POISSON'; readonly ratePerSecond: number; readonly from?: number; readonly to?: number }
  | {
      readonly type: 'BURST'
      readonly count: number
      readonly at: number
      readonly spreadInSeconds?: number
      readonly everyInSeconds?: number
    }
  | {
      readonly type: 'RAMP'
      readonly fromRatePerSecond: number
      readonly toRatePerSecond: number
      readonly from?: number
      readonly to?: number
    }

/** `count` things, drawn with equal chances or by Zipf's law (the k-th with weight k^-exponent). */
export interface Popularity {
  readonly count: number
  readonly distribution: 'UNIFORM' | 'ZIPF'
  readonly exponent?: number
}

/** Like Popularity, over named things: the first named is the most popular. */
export interface PopularityOver {
  readonly names: readonly string[]
  readonly distribution: 'UNIFORM' | 'ZIPF'
  readonly exponent?: number
}

/** How a backend answers. */
export interface BackendModel {
  readonly latency: LatencyDistribution
  /** Share of calls answered with a 5xx, 0 to 1. */
  readonly errorRate?: number
  /** Calls it works on at a time; one more is refused. No limit when absent. */
  readonly concurrencyLimit?: number
  /** Bytes of a response; decides what fits the cache. */
  readonly responseBytes?: number
}

/** Milliseconds. `sigma` is the standard deviation of the logarithm. */
export type LatencyDistribution =
  | { readonly distribution: 'CONSTANT'; readonly valueMs: number }
  | { readonly distribution: 'LOGNORMAL'; readonly medianMs: number; readonly sigma: number }
  | { readonly distribution: 'EXPONENTIAL'; readonly meanMs: number }

/** Source: guide 002, "REST about 30 ms"; it gives no spread, so there is none. */
export const DEFAULT_REST_OVERHEAD: LatencyDistribution = { distribution: 'CONSTANT', valueMs: 30 }

/** A backend that the scenario does not describe. */
export const DEFAULT_BACKEND: BackendModel = {
  latency: { distribution: 'LOGNORMAL', medianMs: 40, sigma: 0.5 },
  responseBytes: 2048,
}

/** An authorizer function that the scenario does not describe. */
export const DEFAULT_AUTHORIZER: AuthorizerModel = {
  latency: { distribution: 'LOGNORMAL', medianMs: 25, sigma: 0.4 },
}

/** How the authorizer function answers in a simulation. */
export interface AuthorizerModel {
  readonly latency: LatencyDistribution
  /** Share of calls that fail with an error, 0 to 1. */
  readonly errorRate?: number
}

/** A statement about the result that must hold; `simulate --check` fails when one does not. */
export interface ScenarioCheck {
  readonly metric: ScenarioMetric
  /** Narrows `throttledShare` and `throttled` to one API key or routeKey. */
  readonly apiKey?: string
  readonly route?: string
  readonly operator: '<' | '<=' | '==' | '>=' | '>'
  readonly value: number
}

/** Shares are 0 to 1, latencies milliseconds. */
export const SCENARIO_METRICS = [
  'requests',
  'admitted',
  'throttled',
  'throttledShare',
  'cacheHitRatio',
  'errorShare',
  'latencyP50',
  'latencyP95',
  'latencyP99',
  'authorizerCalls',
] as const
export type ScenarioMetric = (typeof SCENARIO_METRICS)[number]
