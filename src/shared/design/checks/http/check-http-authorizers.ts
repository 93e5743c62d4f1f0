import type { Diagnostic } from '../../../diagnostic'
import { LIMITS } from '../../../limits'
import type { HttpAuthorizer } from '../../http-api'
import { problemOfV2IdentitySources } from '../../v2-rules/identity-source-rule'
import { isWholeWithin } from '../numbers'
import { unless, type Path } from '../problem'
import type { HttpScope } from './http-scope'

/** Source: http-api.md 5.1 and 6.1. */
export function checkHttpAuthorizers({ api, at }: HttpScope): Diagnostic[] {
  return Object.entries(api.authorizers).flatMap(([id, authorizer]) => {
    const here = [...at, 'authorizers', id]
    const rule = problemOfV2IdentitySources(true, authorizer.identitySource.join('\n'))
    return [
      ...unless(
        rule === undefined,
        'design/identity-source-invalid',
        [...here, 'identitySource'],
        () => `Authorizer ${id}: ${rule}.`,
      ),
      ...(authorizer.authorizerType === 'JWT' ? checkJwt(id, authorizer, here) : checkFunction(id, authorizer, here)),
    ]
  })
}

function checkJwt(id: string, { jwtConfiguration, identitySource }: HttpAuthorizer, at: Path): Diagnostic[] {
  const issuer = jwtConfiguration?.issuer ?? ''
  return [
    ...unless(
      identitySource.length === 1,
      'design/identity-source-missing',
      [...at, 'identitySource'],
      () => `Authorizer ${id}: a JWT authorizer reads its token from one place. Give one identity source.`,
    ),
    ...unless(
      /^https:\/\/\S+$/.test(issuer) || /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/]/.test(issuer),
      'design/jwt-issuer-invalid',
      [...at, 'jwtConfiguration', 'issuer'],
      () => `Authorizer ${id}: "${issuer}" is no issuer. Give the iss of the tokens, which begins with https://.`,
    ),
    ...unless(
      (jwtConfiguration?.audience ?? []).length > 0,
      'design/jwt-audience-missing',
      [...at, 'jwtConfiguration', 'audience'],
      () => `Authorizer ${id} has no audience, so no token fits. Name the app clients.`,
    ),
  ]
}

function checkFunction(id: string, authorizer: HttpAuthorizer, at: Path): Diagnostic[] {
  const { authorizerUri, handler, authorizerResultTtlInSeconds: ttl = 0, identitySource } = authorizer
  const { enableSimpleResponses, authorizerPayloadFormatVersion } = authorizer
  const max = LIMITS.authorizerTtlMax.value
  return [
    ...unless(
      authorizerUri !== undefined || handler !== undefined,
      'design/authorizer-uri-invalid',
      [...at, 'authorizerUri'],
      () => `Authorizer ${id} calls no function. Give its URI, or a handler of this computer.`,
    ),
    ...unless(
      isWholeWithin(ttl, 0, max),
      'design/authorizer-ttl-invalid',
      [...at, 'authorizerResultTtlInSeconds'],
      () => `Authorizer ${id}: results are kept 0 to ${max} seconds, not ${ttl}.`,
    ),
    ...unless(
      ttl === 0 || identitySource.length > 0,
      'design/identity-source-missing',
      [...at, 'identitySource'],
      () => `Authorizer ${id} keeps results, so it needs an identity source to tell callers apart.`,
    ),
    ...unless(
      enableSimpleResponses !== true || authorizerPayloadFormatVersion === '2.0',
      'design/simple-responses-need-2.0',
      [...at, 'enableSimpleResponses'],
      () => `Authorizer ${id}: simple responses come with payload format 2.0 only.`,
    ),
  ]
}
