/**
 * What AWS does not document, each an answer that a project may change. Source: rest-api.md 19 (U1 ...), each marked unknown there.
 */
export interface Assumptions {
  /** U1: a request refused at one throttle level gets back the tokens it took at earlier levels. */
  readonly refundOnReject: boolean
  /** U2: a request refused by a throttle still counts towards its quota. */
  readonly countThrottledInQuota: boolean
  /** U3: an integration response whose status is not 2xx enters the response cache. */
  readonly cacheErrorResponses: boolean
  /** U4: an authorizer result without `principalId` is a configuration error (500). */
  readonly requirePrincipalId: boolean
  /** U8: a deployment flushes the stage's response cache. */
  readonly flushCacheOnDeploy: boolean
  /**
   * Whether methods that inherit the limit of `ALL_METHODS` share one bucket or have one each. The console says "each method in this
   * stage will respect these rate and burst settings", the guide speaks of a stage limit.
   */
  readonly stageLimitIsShared: boolean
  /**
   * A token whose key is none of the local ones is checked with the keys that Cognito publishes for its user pool: the gateway then calls
   * out of this computer. Otherwise it is refused.
   */
  readonly fetchPoolKeys: boolean
  /** HTTP APIs ask the authorizer before the throttle, so that callers who are refused take no tokens. */
  readonly authorizeBeforeThrottle: boolean
  /** A client's ping is a sign of life: it puts off the end of an idle WebSocket connection. Reports agree; the service does not say. */
  readonly pingKeepsConnection: boolean
}

export const DEFAULT_ASSUMPTIONS: Assumptions = {
  refundOnReject: false,
  countThrottledInQuota: false,
  cacheErrorResponses: true,
  requirePrincipalId: true,
  flushCacheOnDeploy: false,
  stageLimitIsShared: false,
  fetchPoolKeys: false,
  authorizeBeforeThrottle: false,
  pingKeepsConnection: true,
}
