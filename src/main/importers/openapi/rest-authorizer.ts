import type { Authorizer, AuthorizerType } from '@shared/design/authorizer'
import { LIMITS } from '@shared/limits'
import { withoutAbsent } from '../without-absent'
import type { Members } from '../members'
import { memberOf } from '../json-place'
import type { AuthorizerAuthorization } from './security-schemes'

const TYPES = ['token', 'request', 'cognito_user_pools'] as const
const TYPE_NAMES: { readonly [type in (typeof TYPES)[number]]: AuthorizerType } = {
  token: 'TOKEN',
  request: 'REQUEST',
  cognito_user_pools: 'COGNITO_USER_POOLS',
}

/** Reads an `x-amazon-apigateway-authorizer` of a REST API. Source: rest-api.md 7.1, 17.1. */
export function readRestAuthorizer(
  scheme: Members,
  authorizer: Members,
): { authorizer: Authorizer; authorizationType: AuthorizerAuthorization } | null {
  const written = authorizer.oneOf('type', TYPES)
  if (written === undefined) {
    authorizer.skip(...Object.keys(authorizer.record))
    if (!authorizer.has('type')) {
      const message = `${authorizer.label} has no type and is left out. Give it the type ${TYPES.join(', ')}.`
      authorizer.findings.report('import/wrong-type', 'error', authorizer.pointer, message)
    }
    return null
  }
  const type = TYPE_NAMES[written]
  const result: Authorizer = withoutAbsent({
    type,
    authorizerUri: authorizer.text('authorizerUri'),
    authorizerCredentials: authorizer.text('authorizerCredentials'),
    identitySource: authorizer.text('identitySource') ?? sourceOfScheme(type, scheme),
    identityValidationExpression: authorizer.text('identityValidationExpression'),
    authorizerResultTtlInSeconds: authorizer.number('authorizerResultTtlInSeconds', {
      min: 0,
      max: LIMITS.authorizerTtlMax.value,
    }),
    providerARNs: authorizer.texts('providerARNs'),
    handler: scheme.text('x-gatewright-handler') ?? authorizer.text('x-gatewright-handler'),
  })
  for (const name of ['authorizerPayloadFormatVersion', 'enableSimpleResponses', 'jwtConfiguration']) {
    authorizer.notCarried(name, 'only authorizers of HTTP APIs have it.')
  }
  authorizer.finish()
  return { authorizer: result, authorizationType: type === 'COGNITO_USER_POOLS' ? type : 'CUSTOM' }
}

/**
 * The header that the scheme names carries the token, unless the authorizer says otherwise. "Unused" is what the service's own exports have
 * where there is none.
 */
function sourceOfScheme(type: AuthorizerType, scheme: Members): string | undefined {
  const name = memberOf(scheme.record, '', 'name')?.value
  const isUsed = type !== 'REQUEST' && typeof name === 'string' && name !== 'Unused'
  return isUsed ? `method.request.header.${name}` : undefined
}
