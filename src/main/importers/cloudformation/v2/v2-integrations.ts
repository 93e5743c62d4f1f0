import type { HttpIntegration } from '@shared/design/http-api'
import { VERBS } from '@shared/design/method'
import type { WebSocketIntegration, WebSocketIntegrationResponse } from '@shared/design/websocket-api'
import { memberOf } from '../../json-place'
import { membersAt, type Members } from '../../members'
import { readPayloadFormatVersion } from '../../openapi/http-authorizer'
import { FAULTS } from '../../openapi/rest-integration'
import { physicalIdOf } from '../../template/physical-id'
import type { TemplateResource } from '../../template/template'
import type { TemplateContext } from '../../template/template-context'
import { withoutAbsent } from '../../without-absent'
import { leaveOut, propertiesOf, resourceLabel } from '../rest/resource-properties'
import { partsOf, type V2ApiParts } from './v2-api-parts'

const CONNECTION_TYPES = ['INTERNET', 'VPC_LINK'] as const
const TYPES = ['AWS', 'AWS_PROXY', 'HTTP', 'HTTP_PROXY', 'MOCK'] as const
const PASSTHROUGH = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'] as const
const CONTENT_HANDLING = ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'] as const
const WEBSOCKET_ONLY = [
  'ContentHandlingStrategy',
  'PassthroughBehavior',
  'RequestTemplates',
  'TemplateSelectionExpression',
] as const

/** The integrations of an HTTP API, by id. */
export function readHttpIntegrations(context: TemplateContext, group: V2ApiParts): Map<string, HttpIntegration> {
  const integrations = new Map<string, HttpIntegration>()
  for (const resource of partsOf(group, 'Integration')) {
    const members = propertiesOf(context, resource)
    const integration = readHttpIntegration(resource, members)
    if (integration) integrations.set(physicalIdOf(resource), integration)
  }
  for (const resource of partsOf(group, 'IntegrationResponse')) {
    const message = `${resourceLabel(resource)} is left out: only WebSocket APIs have integration responses.`
    context.findings.report('import/not-carried', 'warning', resource.pointer, message)
  }
  return integrations
}

function readHttpIntegration(resource: TemplateResource, members: Members): HttpIntegration | undefined {
  const integrationType = readType(members)
  if (integrationType !== 'AWS_PROXY' && integrationType !== 'HTTP_PROXY') {
    if (integrationType === undefined) return undefined
    const message = `${members.label} is of the type ${integrationType}, which HTTP APIs do not have; it is left out. Use AWS_PROXY or HTTP_PROXY.`
    members.findings.report('import/integration-incomplete', 'error', members.pointer, message)
    return undefined
  }
  for (const name of WEBSOCKET_ONLY) leaveOut(members, name, 'only WebSocket APIs have it.', 'warning')
  leaveOut(
    members,
    'TlsConfig',
    'a design has no place for it in an HTTP API; a name in a certificate is not checked here.',
  )
  const integration: HttpIntegration = withoutAbsent({
    integrationType,
    integrationSubtype: members.text('IntegrationSubtype'),
    integrationMethod: members.oneOf('IntegrationMethod', VERBS),
    ...readConnection(members),
    payloadFormatVersion: readPayloadFormatVersion(members, 'PayloadFormatVersion'),
    requestParameters: members.textMap('RequestParameters'),
    responseParameters: readResponseParameters(members),
    timeoutInMillis: members.number('TimeoutInMillis', { min: 50, max: 30_000 }),
    ...ownMembers(resource),
  })
  finish(members)
  return integration
}

/** The integrations of a WebSocket API with their responses, by id. */
export function readWebSocketIntegrations(
  context: TemplateContext,
  group: V2ApiParts,
): Map<string, WebSocketIntegration> {
  const integrations = new Map<string, WebSocketIntegration>()
  for (const resource of partsOf(group, 'Integration')) {
    const members = propertiesOf(context, resource)
    const integration = readWebSocketIntegration(resource, members)
    if (integration) integrations.set(physicalIdOf(resource), integration)
  }
  for (const resource of partsOf(group, 'IntegrationResponse')) readIntegrationResponse(context, resource, integrations)
  return integrations
}

function readWebSocketIntegration(resource: TemplateResource, members: Members): WebSocketIntegration | undefined {
  const integrationType = readType(members)
  if (integrationType === undefined) return undefined
  for (const name of ['IntegrationSubtype', 'PayloadFormatVersion', 'ResponseParameters'] as const) {
    leaveOut(members, name, 'only HTTP APIs have it.')
  }
  const tlsConfig = members.members('TlsConfig')
  const integration: WebSocketIntegration = withoutAbsent({
    integrationType,
    integrationMethod: members.text('IntegrationMethod'),
    ...readConnection(members),
    requestParameters: members.textMap('RequestParameters'),
    requestTemplates: members.textMap('RequestTemplates'),
    templateSelectionExpression: members.text('TemplateSelectionExpression'),
    passthroughBehavior: members.oneOf('PassthroughBehavior', PASSTHROUGH),
    contentHandlingStrategy: members.oneOf('ContentHandlingStrategy', CONTENT_HANDLING),
    timeoutInMillis: members.number('TimeoutInMillis', { min: 50, max: 29_000 }),
    tlsConfig: tlsConfig && withoutAbsent({ serverNameToVerify: tlsConfig.text('ServerNameToVerify') }),
    ...ownMembers(resource),
  })
  finish(members)
  return integration
}

function readType(members: Members): (typeof TYPES)[number] | undefined {
  const type = members.oneOf('IntegrationType', TYPES)
  if (type !== undefined || members.has('IntegrationType')) return type
  const message = `${members.label} is left out: it has no "IntegrationType". Use one of ${TYPES.join(', ')}.`
  members.findings.report('import/property-missing', 'error', members.pointer, message)
  return undefined
}

function readConnection(members: Members) {
  return {
    integrationUri: members.text('IntegrationUri'),
    connectionType: members.oneOf('ConnectionType', CONNECTION_TYPES),
    connectionId: members.text('ConnectionId'),
    credentialsArn: members.text('CredentialsArn'),
  }
}

function finish(members: Members): void {
  members.skip('ApiId')
  members.skipDocumentation('Description')
  members.finish()
}

/** What this program adds to an integration stands in the metadata of its resource. */
function ownMembers({ metadata }: TemplateResource): Pick<HttpIntegration, 'handler' | 'backend' | 'fault'> {
  const text = (name: string): string | undefined => {
    const value = memberOf(metadata, '', `x-gatewright-${name}`)?.value
    return typeof value === 'string' ? value : undefined
  }
  return withoutAbsent({
    handler: text('handler'),
    backend: text('backend'),
    fault: FAULTS.find((fault) => fault === text('fault')),
  })
}

/** { "500": { ResponseParameters: [{ Destination, Source }] } } -> { "500": { destination: source } }. Source: http-api.md 18. */
function readResponseParameters(members: Members): HttpIntegration['responseParameters'] {
  const written = members.members('ResponseParameters')
  if (!written) return undefined
  const entries = written.places().flatMap(([status, place]) => {
    const label = `the mapping for ${status} of ${members.label}`
    const mapping = membersAt(place, label, members.findings)
    if (!mapping) return []
    if (!mapping.has('ResponseParameters')) return [[status, flatMapping(mapping)] as const]
    const pairs = (mapping.list('ResponseParameters') ?? []).flatMap((pair): [string, string][] => {
      const parts = membersAt(pair, `an entry of ${label}`, members.findings)
      const destination = parts?.text('Destination')
      const source = parts?.text('Source')
      parts?.finish()
      return destination === undefined || source === undefined ? [] : [[destination, source]]
    })
    mapping.finish()
    return [[status, Object.fromEntries(pairs)] as const]
  })
  return Object.fromEntries(entries)
}

/** The form of the service's own API, which CloudFormation refuses. */
function flatMapping(mapping: Members): Readonly<Record<string, string>> {
  const message = `${mapping.label} is read as it stands in the service's own API. CloudFormation wants ResponseParameters: a list of Destination and Source.`
  mapping.findings.report('import/value-assumed', 'error', mapping.pointer, message)
  const entries = mapping
    .places()
    .flatMap(([name, { value }]) => (typeof value === 'string' ? [[name, value] as const] : []))
  return Object.fromEntries(entries)
}

function readIntegrationResponse(
  context: TemplateContext,
  resource: TemplateResource,
  integrations: Map<string, WebSocketIntegration>,
): void {
  const members = propertiesOf(context, resource)
  const id = members.text('IntegrationId')
  const key = members.text('IntegrationResponseKey')
  const response: WebSocketIntegrationResponse = withoutAbsent({
    responseTemplates: members.textMap('ResponseTemplates'),
    templateSelectionExpression: members.text('TemplateSelectionExpression'),
    responseParameters: members.textMap('ResponseParameters'),
    contentHandlingStrategy: members.oneOf('ContentHandlingStrategy', CONTENT_HANDLING),
  })
  members.skip('ApiId')
  members.finish()
  const integration = id === undefined ? undefined : integrations.get(id)
  if (id === undefined || !integration || key === undefined) {
    const why =
      key === undefined ? 'it has no "IntegrationResponseKey"' : 'its "IntegrationId" names no integration of the API'
    const message = `${members.label} is left out: ${why}.`
    context.findings.report('import/property-missing', 'error', resource.pointer, message)
    return
  }
  const integrationResponses = { ...integration.integrationResponses, [key]: response }
  integrations.set(id, { ...integration, integrationResponses })
}
