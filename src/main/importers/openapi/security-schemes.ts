import type { Members } from '../members'
import { isRecord } from '../json-place'
import { resolvedMembers, type OpenApiContext } from './openapi-context'

/** What a security scheme of the document means to API Gateway. */
export type SecurityScheme =
  | { readonly kind: 'apiKey' }
  | { readonly kind: 'iam' }
  | { readonly kind: 'authorizer'; readonly authorizationType: AuthorizerAuthorization; readonly authorizerId: string }
  | { readonly kind: 'none' }

export type AuthorizerAuthorization = 'CUSTOM' | 'COGNITO_USER_POOLS' | 'JWT'

/** Reads the authorizer that a scheme holds and keeps it; null when it can not be one of this kind of API. */
export type AuthorizerReader = (scheme: Members, authorizer: Members, id: string) => AuthorizerAuthorization | null

const AUTHORIZER = 'x-amazon-apigateway-authorizer'

/** Every security scheme by its name. */
export function readSecuritySchemes(
  context: OpenApiContext,
  schemes: Members | undefined,
  readAuthorizer: AuthorizerReader,
): ReadonlyMap<string, SecurityScheme> {
  const read = (schemes?.places() ?? []).flatMap(([name, place]): [string, SecurityScheme][] => {
    const scheme = resolvedMembers(context, place, `the security scheme "${name}"`)
    if (!scheme) return []
    const kind = readScheme(scheme, name, readAuthorizer)
    scheme.skipDocumentation('description')
    scheme.skip('type', 'name', 'in')
    // How a client gets its token; the gateway only sees the token.
    scheme.skip('flows', 'flow', 'authorizationUrl', 'tokenUrl', 'scopes', 'scheme', 'bearerFormat', 'openIdConnectUrl')
    scheme.finish()
    return [[name, kind]]
  })
  return new Map(read)
}

function readScheme(scheme: Members, name: string, readAuthorizer: AuthorizerReader): SecurityScheme {
  const authtype = scheme.text('x-amazon-apigateway-authtype')?.toLowerCase()
  const authorizer = scheme.members(AUTHORIZER)
  if (authorizer) {
    const authorizationType = readAuthorizer(scheme, authorizer, name)
    return authorizationType ? { kind: 'authorizer', authorizationType, authorizerId: name } : { kind: 'none' }
  }
  if (authtype === 'awssigv4' || authtype === 'aws_iam') return { kind: 'iam' }
  return isApiKeyHeader(scheme.record) ? { kind: 'apiKey' } : { kind: 'none' }
}

/** The one API key that API Gateway reads. Source: rest-api.md 17.1. */
function isApiKeyHeader(scheme: unknown): boolean {
  if (!isRecord(scheme) || scheme['type'] !== 'apiKey' || scheme['in'] !== 'header') return false
  return typeof scheme['name'] === 'string' && scheme['name'].toLowerCase() === 'x-api-key'
}
