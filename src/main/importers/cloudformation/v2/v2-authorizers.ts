import type { HttpAuthorizer } from '@shared/design/http-api'
import type { WebSocketAuthorizer } from '@shared/design/websocket-api'
import { LIMITS } from '@shared/limits'
import { memberOf } from '../../json-place'
import type { Members } from '../../members'
import { readPayloadFormatVersion } from '../../openapi/http-authorizer'
import { physicalIdOf } from '../../template/physical-id'
import type { TemplateResource } from '../../template/template'
import type { TemplateContext } from '../../template/template-context'
import { withoutAbsent } from '../../without-absent'
import { leaveOut, propertiesOf } from '../rest/resource-properties'
import { partsOf, type V2ApiParts } from './v2-api-parts'

/** The authorizers of an HTTP API, by name. */
export function readHttpAuthorizers(context: TemplateContext, group: V2ApiParts): Map<string, HttpAuthorizer> {
  return readAuthorizers(context, group, (members, resource) => {
    const type = members.oneOf('AuthorizerType', ['JWT', 'REQUEST'] as const)
    if (type === undefined) reportNoType(members, 'JWT or REQUEST')
    if (type === 'JWT') return readJwt(members)
    return type === 'REQUEST' ? readRequest(members, resource) : undefined
  })
}

/** The authorizers of a WebSocket API, by name. */
export function readWebSocketAuthorizers(
  context: TemplateContext,
  group: V2ApiParts,
): Map<string, WebSocketAuthorizer> {
  return readAuthorizers(context, group, (members, resource) => {
    const type = members.oneOf('AuthorizerType', ['REQUEST'] as const)
    if (type === undefined) reportNoType(members, 'REQUEST')
    for (const name of [
      'AuthorizerPayloadFormatVersion',
      'EnableSimpleResponses',
      'AuthorizerResultTtlInSeconds',
    ] as const) {
      leaveOut(members, name, 'only HTTP APIs have it.')
    }
    return withoutAbsent({
      authorizerType: 'REQUEST' as const,
      identitySource: readIdentitySource(members),
      authorizerUri: members.text('AuthorizerUri'),
      authorizerCredentialsArn: members.text('AuthorizerCredentialsArn'),
      handler: handlerOf(resource),
    })
  })
}

function readAuthorizers<Authorizer extends { readonly authorizerType: string }>(
  context: TemplateContext,
  group: V2ApiParts,
  read: (members: Members, resource: TemplateResource) => Authorizer | undefined,
): Map<string, Authorizer> {
  const authorizers = new Map<string, Authorizer>()
  for (const resource of partsOf(group, 'Authorizer')) {
    const members = propertiesOf(context, resource)
    const name = members.text('Name')
    if (name === undefined) {
      const message = `${members.label} has no "Name", which AWS demands. It is read as ${resource.logicalId}; write Name: ${resource.logicalId}.`
      context.findings.report('import/value-assumed', 'error', members.pointer, message)
    }
    const authorizer = read(members, resource)
    members.skip('ApiId')
    leaveOut(members, 'IdentityValidationExpression', 'these APIs do not look at it.')
    members.finish()
    if (!authorizer) continue
    const id = physicalIdOf(resource)
    if (authorizers.has(id)) {
      const message = `${members.label} is left out: the API has an authorizer named ${id} already. Give it another name.`
      context.findings.report('import/resource-repeated', 'error', resource.pointer, message)
      continue
    }
    authorizers.set(id, authorizer)
    context.findings.carry(`Authorizer ${name ?? resource.logicalId}, ${authorizer.authorizerType}`, resource.pointer)
  }
  return authorizers
}

function reportNoType(members: Members, wanted: string): void {
  if (members.has('AuthorizerType')) return
  const message = `${members.label} has no "AuthorizerType". Write ${wanted}.`
  members.findings.report('import/property-missing', 'error', members.pointer, message)
}

function readJwt(members: Members): HttpAuthorizer {
  const configuration = members.members('JwtConfiguration')
  const issuer = configuration?.text('Issuer')
  const audience = configuration?.texts('Audience') ?? []
  configuration?.finish()
  if (issuer === undefined) {
    const message = `${members.label} has no "Issuer" in its "JwtConfiguration". Give it the address that tokens name as theirs.`
    members.findings.report('import/property-missing', 'error', members.pointer, message)
  }
  const identitySource = readIdentitySource(members)
  if (identitySource.length === 0) {
    const message = `${members.label} has no "IdentitySource", which AWS demands of JWT authorizers. It is read as $request.header.Authorization.`
    members.findings.report('import/value-assumed', 'error', members.pointer, message)
  }
  return {
    authorizerType: 'JWT',
    identitySource: identitySource.length === 0 ? ['$request.header.Authorization'] : identitySource,
    jwtConfiguration: { issuer: issuer ?? '', audience },
  }
}

function readRequest(members: Members, resource: TemplateResource): HttpAuthorizer {
  leaveOut(
    members,
    'AuthorizerCredentialsArn',
    'a design has no place for it in an HTTP API; functions are invoked here without a role.',
  )
  leaveOut(members, 'JwtConfiguration', 'only JWT authorizers have it.', 'warning')
  return withoutAbsent({
    authorizerType: 'REQUEST' as const,
    identitySource: readIdentitySource(members),
    authorizerUri: members.text('AuthorizerUri'),
    authorizerPayloadFormatVersion: readPayloadFormatVersion(members, 'AuthorizerPayloadFormatVersion'),
    authorizerResultTtlInSeconds: members.number('AuthorizerResultTtlInSeconds', {
      min: 0,
      max: LIMITS.authorizerTtlMax.value,
    }),
    enableSimpleResponses: members.flag('EnableSimpleResponses'),
    handler: handlerOf(resource),
  })
}

/** A list; some templates write one text with commas. */
function readIdentitySource(members: Members): readonly string[] {
  const isText = typeof memberOf(members.record, '', 'IdentitySource')?.value === 'string'
  const sources = isText ? members.text('IdentitySource')?.split(',') : members.texts('IdentitySource')
  return (sources ?? []).map((source) => source.trim()).filter((source) => source !== '')
}

function handlerOf({ metadata }: TemplateResource): string | undefined {
  const value = memberOf(metadata, '', 'x-gatewright-handler')?.value
  return typeof value === 'string' ? value : undefined
}
