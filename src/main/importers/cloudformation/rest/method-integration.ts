import type {
  ContentHandling,
  Integration,
  IntegrationResponse,
  IntegrationType,
  PassthroughBehavior,
} from '@shared/design/integration'
import { VERBS } from '@shared/design/method'
import { LIMITS } from '@shared/limits'
import { memberOf } from '../../json-place'
import { membersAt, type Members } from '../../members'
import type { TemplateResource } from '../../template/template'
import { withoutAbsent } from '../../without-absent'
import { finishShape } from './misplaced-properties'
import { leaveOut, reportAssumed } from './resource-properties'

const TYPES: readonly IntegrationType[] = ['AWS', 'AWS_PROXY', 'HTTP', 'HTTP_PROXY', 'MOCK']
const PASSTHROUGH: readonly PassthroughBehavior[] = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER']
const CONTENT_HANDLING: readonly ContentHandling[] = ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT']
const FAULTS = ['throttled', 'no-permission', 'timeout', 'error'] as const
/** A streamed response may take 15 minutes; the quota of others can be raised. Source: rest-api.md 9.10, 15. */
const LONGEST_TIMEOUT_MS = 900_000

/** `Integration` of AWS::ApiGateway::Method; undefined, and reported, when it has none that can be read. */
export function readMethodIntegration(
  method: Members,
  label: string,
  resource: TemplateResource,
): Integration | undefined {
  if (!method.has('Integration')) {
    const message = `${label} has no "Integration". AWS refuses to deploy it: No integration defined for method. Add one; the type MOCK answers without a backend.`
    method.findings.report('import/method-without-integration', 'warning', method.pointer, message)
    return undefined
  }
  const members = method.members('Integration', `the integration of ${label}`)
  if (!members) return undefined
  const type = members.oneOf('Type', TYPES)
  if (type === undefined) {
    if (!members.has('Type')) {
      const message = `${members.label} has no "Type" and is left out. Write one of ${TYPES.join(', ')}.`
      members.findings.report('import/integration-incomplete', 'error', members.pointer, message)
    }
    return undefined
  }
  const integration: Integration = withoutAbsent({ ...readRequest(members, type), ...readOwn(resource) })
  leaveOut(members, 'IntegrationTarget', 'a design knows VPC links by ConnectionId and Uri only.', 'warning')
  finishShape(members, 'Integration')
  reportIncomplete(members, integration)
  return integration
}

function readRequest(members: Members, type: IntegrationType): Integration {
  return withoutAbsent({
    type,
    httpMethod: readVerb(members),
    uri: members.text('Uri'),
    connectionType: members.oneOf('ConnectionType', ['INTERNET', 'VPC_LINK'] as const),
    connectionId: members.text('ConnectionId'),
    credentials: members.text('Credentials'),
    requestParameters: members.textMap('RequestParameters'),
    requestTemplates: members.textMap('RequestTemplates'),
    passthroughBehavior: members.oneOf('PassthroughBehavior', PASSTHROUGH),
    contentHandling: members.oneOf('ContentHandling', CONTENT_HANDLING),
    timeoutInMillis: members.number('TimeoutInMillis', {
      min: LIMITS.integrationTimeoutMin.value,
      max: LONGEST_TIMEOUT_MS,
    }),
    cacheNamespace: members.text('CacheNamespace'),
    cacheKeyParameters: members.texts('CacheKeyParameters'),
    responseTransferMode: members.oneOf('ResponseTransferMode', ['BUFFERED', 'STREAM'] as const),
    integrationResponses: readIntegrationResponses(members),
  })
}

/** The service's own API calls it `httpMethod`, and so do many templates. */
function readVerb(members: Members): string | undefined {
  if (members.has('IntegrationHttpMethod') || !members.has('HttpMethod'))
    return members.oneOf('IntegrationHttpMethod', VERBS)
  const verb = members.oneOf('HttpMethod', VERBS)
  if (verb !== undefined) {
    const message = `${members.nameOf('HttpMethod')} is read as "IntegrationHttpMethod", which is its name in CloudFormation. Rename it: AWS refuses the template as it is.`
    reportAssumed(members, 'HttpMethod', message, 'error')
  }
  return verb
}

/** What plays the backend here stands in the method's `Metadata`. */
function readOwn({ metadata }: TemplateResource): Partial<Integration> {
  const text = (name: string): string | undefined => {
    const value = memberOf(metadata, '', name)?.value
    return typeof value === 'string' ? value : undefined
  }
  return {
    handler: text('x-gatewright-handler'),
    backend: text('x-gatewright-backend'),
    fault: FAULTS.find((fault) => fault === text('x-gatewright-fault')),
  }
}

function readIntegrationResponses(members: Members): IntegrationResponse[] {
  return (members.list('IntegrationResponses') ?? []).flatMap((place) => {
    const response = membersAt(place, `a response of ${members.label}`, members.findings)
    if (!response) return []
    const statusCode = response.text('StatusCode')
    if (statusCode === undefined) {
      const message = `${response.label} has no "StatusCode" and is left out. Give it the status that clients get.`
      response.findings.report('import/integration-incomplete', 'error', response.pointer, message)
      return []
    }
    // An empty pattern is the default, as is none. Source: rest-api.md 9.7.
    const selectionPattern = response.text('SelectionPattern')
    const result: IntegrationResponse = withoutAbsent({
      statusCode,
      selectionPattern: selectionPattern === '' ? undefined : selectionPattern,
      responseParameters: response.textMap('ResponseParameters'),
      responseTemplates: response.textMap('ResponseTemplates'),
      contentHandling: response.oneOf('ContentHandling', CONTENT_HANDLING),
    })
    finishShape(response, 'IntegrationResponse')
    return [result]
  })
}

/** What the service demands of an integration. Source: rest-api.md 1.1 (recorded). */
function reportIncomplete(members: Members, { type, httpMethod, uri }: Integration): void {
  if (type === 'MOCK') return
  const missing = [
    ...(httpMethod === undefined ? [['IntegrationHttpMethod', 'the verb of the backend call']] : []),
    ...(uri === undefined ? [['Uri', 'where the request goes']] : []),
  ]
  for (const [name, wanted] of missing) {
    const message = `${members.label} has no "${name}". Give it ${wanted}.`
    members.findings.report('import/integration-incomplete', 'warning', members.pointer, message)
  }
}
