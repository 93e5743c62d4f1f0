import { pointerTo } from '@shared/diagnostic'
import type { HttpApi } from '@shared/design/http-api'
import type { RestApi } from '@shared/design/rest-api'
import type { WritableObject } from '../../documents/writable-value'
import { componentNames, freeName } from './component-names'
import type { OpenApiContext } from './openapi-context'

/** What the security schemes of a document are called. */
export interface SecurityNames {
  readonly apiKey: string
  readonly iam: string
  /** By the authorizer's id. */
  readonly authorizers: ReadonlyMap<string, string>
}

export function securityNames(context: OpenApiContext<RestApi | HttpApi>): SecurityNames {
  const taken = new Set<string>()
  const pointerOf = (id: string): string => context.pointer + pointerTo(['authorizers', id])
  const authorizers = componentNames(context, 'authorizer', Object.keys(context.api.authorizers), pointerOf, taken)
  return { authorizers, apiKey: freeName('api_key', taken), iam: freeName('sigv4', taken) }
}

/** The key that usage plans tell clients apart by. Source: rest-api.md 17.1. */
export const API_KEY_SCHEME: WritableObject = { type: 'apiKey', name: 'x-api-key', in: 'header' }

/** Requests signed with Signature Version 4. */
export function iamScheme({ hasExtensions }: OpenApiContext): WritableObject {
  return {
    type: 'apiKey',
    name: 'Authorization',
    in: 'header',
    ...(hasExtensions && { 'x-amazon-apigateway-authtype': 'awsSigv4' }),
  }
}
