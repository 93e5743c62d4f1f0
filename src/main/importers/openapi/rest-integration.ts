import type { Integration, IntegrationType, PassthroughBehavior } from '@shared/design/integration'
import { VERBS } from '@shared/design/method'
import { LIMITS } from '@shared/limits'
import type { Members } from '../members'
import { withoutAbsent } from '../without-absent'
import { CONTENT_HANDLING, readIntegrationResponses } from './integration-responses'
import { resolvedMembers, type OpenApiContext } from './openapi-context'
import type { Operation } from './path-items'

export const INTEGRATION = 'x-amazon-apigateway-integration'

const TYPES: readonly IntegrationType[] = ['AWS', 'AWS_PROXY', 'HTTP', 'HTTP_PROXY', 'MOCK']
const PASSTHROUGH: readonly PassthroughBehavior[] = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER']
/** A streamed response may take 15 minutes; the quota of others can be raised. Source: rest-api.md 9.10, 15. */
const LONGEST_TIMEOUT_MS = 900_000
export const FAULTS = ['throttled', 'no-permission', 'timeout', 'error'] as const
const HTTP_API_ONLY = ['payloadFormatVersion', 'integrationSubtype', 'responseParameters'] as const

/** Reads the operation's integration; undefined when it has none that can be read. Source: rest-api.md 17.1. */
export function readRestIntegration(context: OpenApiContext, operation: Operation): Integration | undefined {
  const place = operation.members.place(INTEGRATION)
  if (!place) {
    reportLonelyBindings(operation)
    context.findings.tally('import/method-without-integration', '', operation.members.pointer)
    return undefined
  }
  const members = resolvedMembers(context, place, `the integration of ${operation.label}`)
  if (!members) return undefined
  const type = members.oneOf('type', TYPES)
  if (type === undefined) {
    if (!members.has('type')) reportMissing(members, 'type', `one of ${TYPES.join(', ')}`)
    return undefined
  }
  const integration = readMembers(context, operation, members, type)
  for (const name of HTTP_API_ONLY) members.notCarried(name, 'only integrations of HTTP APIs have it.')
  members.notCarried('integrationTarget', 'this release knows VPC links by connectionId and uri only.')
  members.finish()
  reportIncomplete(members, integration)
  return integration
}

function readMembers(
  context: OpenApiContext,
  operation: Operation,
  members: Members,
  type: IntegrationType,
): Integration {
  return withoutAbsent({
    type,
    httpMethod: members.oneOf('httpMethod', VERBS),
    uri: members.text('uri'),
    connectionType: members.oneOf('connectionType', ['INTERNET', 'VPC_LINK'] as const),
    connectionId: members.text('connectionId'),
    credentials: members.text('credentials'),
    requestParameters: members.textMap('requestParameters'),
    requestTemplates: members.textMap('requestTemplates'),
    passthroughBehavior: members.oneOf('passthroughBehavior', PASSTHROUGH),
    contentHandling: members.oneOf('contentHandling', CONTENT_HANDLING),
    timeoutInMillis: members.number('timeoutInMillis', {
      min: LIMITS.integrationTimeoutMin.value,
      max: LONGEST_TIMEOUT_MS,
    }),
    cacheNamespace: members.text('cacheNamespace'),
    cacheKeyParameters: members.texts('cacheKeyParameters'),
    tlsConfig: readTlsConfig(members),
    responseTransferMode: members.oneOf('responseTransferMode', ['BUFFERED', 'STREAM'] as const),
    integrationResponses: readIntegrationResponses(context, members),
    handler: operation.members.text('x-gatewright-handler') ?? members.text('x-gatewright-handler'),
    backend: members.text('x-gatewright-backend') ?? operation.members.text('x-gatewright-backend'),
    fault: members.oneOf('x-gatewright-fault', FAULTS) ?? operation.members.oneOf('x-gatewright-fault', FAULTS),
  })
}

function readTlsConfig(integration: Members): Integration['tlsConfig'] {
  const tlsConfig = integration.members('tlsConfig')
  if (!tlsConfig) return undefined
  const insecureSkipVerification = tlsConfig.flag('insecureSkipVerification')
  tlsConfig.notCarried('serverNameToVerify', 'only integrations of HTTP APIs have it.')
  tlsConfig.finish()
  return withoutAbsent({ insecureSkipVerification })
}

/** What the service demands of an integration. Source: rest-api.md 1.1 (recorded). */
function reportIncomplete(members: Members, integration: Integration): void {
  if (integration.type === 'MOCK') return
  if (integration.httpMethod === undefined) {
    reportMissing(
      members,
      'httpMethod',
      'the verb of the backend call',
      'Enumeration value for HttpMethod must be non-empty',
    )
  }
  if (integration.uri === undefined) reportMissing(members, 'uri', 'where the request goes')
}

function reportMissing(members: Members, name: string, wanted: string, words?: string): void {
  const said = words === undefined ? '' : ` (${words})`
  const message = `${members.label} has no "${name}"${said}. Give it ${wanted}.`
  members.findings.report(
    'import/integration-incomplete',
    name === 'type' ? 'error' : 'warning',
    members.pointer,
    message,
  )
}

/** Our bindings belong to an integration; alone they have nothing to bind. */
function reportLonelyBindings(operation: Operation): void {
  for (const name of ['x-gatewright-handler', 'x-gatewright-backend', 'x-gatewright-fault']) {
    operation.members.notCarried(name, `it stands beside an ${INTEGRATION}, which is missing. Add it.`)
  }
}
