import type { HttpIntegration } from '@shared/design/http-api'
import { VERBS } from '@shared/design/method'
import { isRecord } from '../json-place'
import { membersAt, type Members } from '../members'
import { withoutAbsent } from '../without-absent'
import { readPayloadFormatVersion } from './http-authorizer'
import { resolvedMembers, type OpenApiContext } from './openapi-context'
import type { Operation } from './path-items'
import { FAULTS, INTEGRATION } from './rest-integration'

const REST_ONLY = [
  'requestTemplates',
  'responses',
  'passthroughBehavior',
  'contentHandling',
  'cacheNamespace',
  'cacheKeyParameters',
  'responseTransferMode',
  'integrationTarget',
  'tlsConfig',
] as const

/** An integration with the place it stands at, which routes that share one have in common. */
export interface ReadHttpIntegration {
  readonly integration: HttpIntegration
  readonly pointer: string
}

/** Reads the operation's integration for an HTTP API; null when it has none that such an API can have. Source: http-api.md 8.1, 14. */
export function readHttpIntegration(context: OpenApiContext, operation: Operation): ReadHttpIntegration | null {
  const place = operation.members.place(INTEGRATION)
  if (!place) {
    context.findings.tally('import/method-without-integration', '', operation.members.pointer)
    return null
  }
  const members = resolvedMembers(context, place, `the integration of ${operation.label}`)
  const type = members && readType(members)
  if (!members || !type) return null
  const integration = readMembers(context, operation, members, type)
  for (const name of REST_ONLY) {
    if (!members.has(name)) continue
    members.skip(name)
    context.findings.tally('import/http-api-ignores', `${name} of an integration`, members.pointerOf(name))
  }
  members.finish()
  return { integration, pointer: members.pointer }
}

/** AWS, HTTP and MOCK exist in REST APIs only. */
function readType(members: Members): HttpIntegration['integrationType'] | null {
  const type = members.oneOf('type', ['AWS_PROXY', 'HTTP_PROXY', 'AWS', 'HTTP', 'MOCK'] as const)
  if (type === 'AWS_PROXY' || type === 'HTTP_PROXY') return type
  const message =
    type === undefined
      ? `${members.label} has no type that is known and is left out. Give it AWS_PROXY or HTTP_PROXY.`
      : `${members.label} is of the type ${type}, which HTTP APIs do not have; it is left out. Import the document as a REST API to keep it.`
  members.findings.report('import/integration-incomplete', 'warning', members.pointer, message)
  return null
}

function readMembers(
  context: OpenApiContext,
  operation: Operation,
  members: Members,
  integrationType: HttpIntegration['integrationType'],
): HttpIntegration {
  return withoutAbsent({
    integrationType,
    integrationSubtype: members.text('integrationSubtype'),
    integrationMethod: members.oneOf('httpMethod', VERBS),
    integrationUri: members.text('uri'),
    connectionType: members.oneOf('connectionType', ['INTERNET', 'VPC_LINK'] as const),
    connectionId: members.text('connectionId'),
    credentialsArn: members.text('credentials'),
    payloadFormatVersion: readPayloadFormatVersion(members, 'payloadFormatVersion'),
    requestParameters: members.textMap('requestParameters'),
    responseParameters: readResponseParameters(context, members),
    timeoutInMillis: members.number('timeoutInMillis', { min: 50, max: 30_000 }),
    handler: operation.members.text('x-gatewright-handler') ?? members.text('x-gatewright-handler'),
    backend: members.text('x-gatewright-backend') ?? operation.members.text('x-gatewright-backend'),
    fault: members.oneOf('x-gatewright-fault', FAULTS) ?? operation.members.oneOf('x-gatewright-fault', FAULTS),
  })
}

/** Status -> mapping, as in { "500": { "append:header.x": "y" } }. */
function readResponseParameters(context: OpenApiContext, members: Members): HttpIntegration['responseParameters'] {
  const written = members.members('responseParameters')
  const entries = (written?.places() ?? []).flatMap(([status, place]) => {
    if (!isRecord(place.value)) {
      membersAt(place, `the mapping for ${status} of ${members.label}`, context.findings)
      return []
    }
    const mapping = written?.textMap(status)
    return mapping ? [[status, mapping] as const] : []
  })
  return written && Object.fromEntries(entries)
}
