/**
 * One difference between two designs, told by route and setting. Ids do not matter: APIs, routes, authorizers and the rest are paired by
 * what they are called.
 */
export interface ApiChange {
  readonly kind: 'added' | 'removed' | 'changed'
  /** What the change belongs to: "orders-api" and "POST /orders", "Stage prod", "Authorizer token"; "" for the design as a whole. */
  readonly api: string
  readonly subject: string
  /** The setting in AWS's words, as in "throttlingRateLimit"; "" when the whole subject came or went. */
  readonly setting: string
  /** As a person reads it: "100", "none", "Cognito". Absent on the side that does not have it. */
  readonly before?: string
  readonly after?: string
  /** JSON pointers into the two designs; absent on the side that does not have it. */
  readonly beforePointer?: string
  readonly afterPointer?: string
}
