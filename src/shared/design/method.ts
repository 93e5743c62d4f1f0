import type { Integration } from './integration'

/** The verbs a REST method can have; ANY stands for every one that has no method of its own. Source: service model, Method. */
export const VERBS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'ANY'] as const
export type Verb = (typeof VERBS)[number]

export function isVerb(verb: string): verb is Verb {
  return VERBS.some((known) => known === verb)
}

export type AuthorizationType = 'NONE' | 'AWS_IAM' | 'CUSTOM' | 'COGNITO_USER_POOLS'

/** A method request with its integration. Source: service model, Method. */
export interface Method {
  readonly operationName?: string
  readonly description?: string
  readonly authorizationType: AuthorizationType
  /** Key in `authorizers`; required for CUSTOM and COGNITO_USER_POOLS. */
  readonly authorizerId?: string
  readonly authorizationScopes?: readonly string[]
  readonly apiKeyRequired: boolean
  /** Key in `requestValidators`. */
  readonly requestValidatorId?: string
  /** "method.request.querystring.status": true when the parameter is required. */
  readonly requestParameters?: Readonly<Record<string, boolean>>
  /** Content type -> key in `models`, as in { "application/json": "CreateOrder" }. */
  readonly requestModels?: Readonly<Record<string, string>>
  readonly methodResponses: readonly MethodResponse[]
  readonly integration?: Integration
}

/** What a method may answer. Source: service model, MethodResponse. */
export interface MethodResponse {
  readonly statusCode: string
  /** "method.response.header.Location": true when the header is required. */
  readonly responseParameters?: Readonly<Record<string, boolean>>
  readonly responseModels?: Readonly<Record<string, string>>
}
