import type { HttpAuthorizer } from '@shared/design/http-api'
import { LIMITS } from '@shared/limits'
import { memberOf } from '../json-place'
import type { Members } from '../members'
import { withoutAbsent } from '../without-absent'
import type { AuthorizerAuthorization } from './security-schemes'

const HEADER_SOURCE = '$request.header.Authorization'
const NOT_OF_HTTP_APIS = ['authorizerCredentials', 'identityValidationExpression', 'providerARNs'] as const

/** Reads an `x-amazon-apigateway-authorizer` of an HTTP API. Source: http-api.md 5.1, 6.1, 14. */
export function readHttpAuthorizer(
  scheme: Members,
  authorizer: Members,
): { authorizer: HttpAuthorizer; authorizationType: AuthorizerAuthorization } | null {
  const type = authorizer.oneOf('type', ['jwt', 'request'] as const)
  if (type === undefined) {
    authorizer.skip(...Object.keys(authorizer.record))
    if (!authorizer.has('type')) reportMissing(authorizer, 'type', 'jwt or request')
    return null
  }
  const common = {
    identitySource: readIdentitySource(authorizer, type === 'jwt' ? [HEADER_SOURCE] : []),
    handler: scheme.text('x-gatewright-handler') ?? authorizer.text('x-gatewright-handler'),
  }
  const read: HttpAuthorizer = type === 'jwt' ? readJwt(scheme, authorizer, common) : readRequest(authorizer, common)
  for (const name of NOT_OF_HTTP_APIS) authorizer.notCarried(name, 'a design has no place for it in an HTTP API.')
  authorizer.finish()
  return { authorizer: read, authorizationType: type === 'jwt' ? 'JWT' : 'CUSTOM' }
}

interface Common {
  readonly identitySource: readonly string[]
  readonly handler: string | undefined
}

function readJwt(scheme: Members, authorizer: Members, common: Common): HttpAuthorizer {
  const configuration = authorizer.members('jwtConfiguration')
  const issuer = configuration?.text('issuer') ?? issuerOfScheme(scheme)
  if (issuer === undefined) reportMissing(authorizer, 'issuer', 'the address that tokens name as theirs')
  const audience = configuration?.texts('audience') ?? []
  configuration?.finish()
  return withoutAbsent({
    authorizerType: 'JWT' as const,
    identitySource: common.identitySource,
    jwtConfiguration: { issuer: issuer ?? '', audience },
    handler: common.handler,
  })
}

function reportMissing(authorizer: Members, name: string, wanted: string): void {
  const message = `${authorizer.label} has no "${name}". Give it ${wanted}.`
  authorizer.findings.report('import/wrong-type', 'error', authorizer.pointer, message)
}

function readRequest(authorizer: Members, common: Common): HttpAuthorizer {
  return withoutAbsent({
    authorizerType: 'REQUEST' as const,
    identitySource: common.identitySource,
    authorizerUri: authorizer.text('authorizerUri'),
    authorizerPayloadFormatVersion: readPayloadFormatVersion(authorizer, 'authorizerPayloadFormatVersion'),
    authorizerResultTtlInSeconds: authorizer.number('authorizerResultTtlInSeconds', {
      min: 0,
      max: LIMITS.authorizerTtlMax.value,
    }),
    enableSimpleResponses: authorizer.flag('enableSimpleResponses'),
    handler: common.handler,
  })
}

/** A list, or one text with commas. */
function readIdentitySource(authorizer: Members, fallback: readonly string[]): readonly string[] {
  const isList = Array.isArray(memberOf(authorizer.record, '', 'identitySource')?.value)
  const sources = isList ? authorizer.texts('identitySource') : authorizer.text('identitySource')?.split(',')
  return (sources ?? fallback).map((source) => source.trim()).filter((source) => source !== '')
}

/** An OpenID Connect scheme names its issuer by the address of its discovery document. */
function issuerOfScheme(scheme: Members): string | undefined {
  return scheme.text('openIdConnectUrl')?.replace(/\/\.well-known\/openid-configuration\/?$/, '')
}

/** "1.0" or "2.0"; unquoted in YAML they are the numbers 1 and 2. */
export function readPayloadFormatVersion(members: Members, name: string): '1.0' | '2.0' | undefined {
  const value = memberOf(members.record, '', name)?.value
  if (value !== 1 && value !== 2) return members.oneOf(name, ['1.0', '2.0'] as const)
  members.skip(name)
  return value === 1 ? '1.0' : '2.0'
}
