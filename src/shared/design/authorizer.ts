export type AuthorizerType = 'TOKEN' | 'REQUEST' | 'COGNITO_USER_POOLS'

/** An authorizer of a REST API. Source: service model, Authorizer. */
export interface Authorizer {
  readonly type: AuthorizerType
  /** "arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{functionArn}/invocations". */
  readonly authorizerUri?: string
  readonly authorizerCredentials?: string
  /** "method.request.header.Authorization"; for REQUEST a comma-separated list. */
  readonly identitySource?: string
  /** TOKEN: a regular expression the whole token must match, else 401 without a call. */
  readonly identityValidationExpression?: string
  /** Seconds, 0 to 3,600; 300 when absent; 0 calls the function each time. */
  readonly authorizerResultTtlInSeconds?: number
  readonly providerARNs?: readonly string[]
  /** Ours: a function that plays the authorizer, as in "./handlers/authorizer.mjs#handler". */
  readonly handler?: string
}
