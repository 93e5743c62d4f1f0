import type { HttpIntegration } from '../http-api'
import type { Integration } from '../integration'
import { isReservedHeader } from '../v2-rules/reserved-headers'
import type { ConversionNotes } from './conversion-notes'
import { httpMappingSource } from './http-mapping-source'

/** The integration of an HTTP API that does the same; null where there is none. Source: http-api.md 8. */
export function httpIntegrationOf(
  routeKey: string,
  integration: Integration,
  notes: ConversionNotes,
): HttpIntegration | null {
  if (integration.responseTransferMode === 'STREAM') {
    notes.add('lost', 'Response streaming', 'Answers are sent when they are complete.', routeKey)
  }
  if (integration.type === 'MOCK') {
    notes.add('lost', 'MOCK integration', 'HTTP APIs have none: the route needs a function or an address.', routeKey)
    return null
  }
  const functionArn = functionArnOf(integration)
  const isFunction = functionArn !== undefined || integration.handler !== undefined
  if ((integration.type === 'AWS' || integration.type === 'AWS_PROXY') && isFunction) {
    return lambdaIntegration(routeKey, integration, functionArn, notes)
  }
  if (integration.type === 'AWS' || integration.type === 'AWS_PROXY') {
    const text =
      'A call of an AWS service through a template has no counterpart; HTTP APIs have a few services of their own (SQS, EventBridge, Kinesis, Step Functions, AppConfig).'
    notes.add('lost', 'Service integration', text, routeKey)
    return null
  }
  return httpProxy(routeKey, integration, notes)
}

/** The ARN inside of "arn:aws:apigateway:...:lambda:path/2015-03-31/functions/{arn}/invocations". */
function functionArnOf({ uri }: Integration): string | undefined {
  return /:lambda:path\/2015-03-31\/functions\/(.+)\/(?:response-streaming-)?invocations$/.exec(uri ?? '')?.[1]
}

function lambdaIntegration(
  routeKey: string,
  integration: Integration,
  functionArn: string | undefined,
  notes: ConversionNotes,
): HttpIntegration {
  if (integration.type === 'AWS_PROXY') {
    const text = 'Lambda functions keep their events: payload format 1.0. Format 2.0 is shorter and knows cookies.'
    notes.add('carried', 'Lambda proxy', text, routeKey)
  } else {
    notesOfTemplates(routeKey, integration, notes)
    const text = 'The function gets the whole event of a proxy integration and answers for the whole response.'
    notes.add('changed', 'Lambda custom integration', text, routeKey)
  }
  return {
    integrationType: 'AWS_PROXY',
    ...(functionArn !== undefined && { integrationUri: functionArn }),
    payloadFormatVersion: '1.0',
    ...common(integration),
    ...(integration.credentials !== undefined && { credentialsArn: integration.credentials }),
  }
}

function httpProxy(routeKey: string, integration: Integration, notes: ConversionNotes): HttpIntegration {
  if (integration.type === 'HTTP') {
    notesOfTemplates(routeKey, integration, notes)
    const text = 'The backend gets the request as it came, and its response goes back as it is.'
    notes.add('changed', 'HTTP custom integration', text, routeKey)
  } else notes.add('carried', 'HTTP proxy', 'The backend is called as before.', routeKey)
  if (integration.connectionType === 'VPC_LINK') {
    const text = 'HTTP APIs take VPC links of version 2, to a load balancer or to Cloud Map. Make a new link.'
    notes.add('changed', 'VPC link', text, routeKey)
  }
  const requestParameters = mappings(routeKey, integration, notes)
  return {
    integrationType: 'HTTP_PROXY',
    integrationMethod: integration.httpMethod ?? 'ANY',
    ...(integration.uri !== undefined && { integrationUri: integration.uri }),
    ...(integration.connectionType !== undefined && { connectionType: integration.connectionType }),
    ...(integration.connectionId !== undefined && { connectionId: integration.connectionId }),
    payloadFormatVersion: '1.0',
    ...(Object.keys(requestParameters).length > 0 && { requestParameters }),
    ...common(integration),
    ...(integration.backend !== undefined && { backend: integration.backend }),
  }
}

function common({ timeoutInMillis, handler }: Integration): Partial<HttpIntegration> {
  return {
    // The limit of a REST API, which the clients of this one have been told of.
    timeoutInMillis: timeoutInMillis ?? 29_000,
    ...(handler !== undefined && { handler }),
  }
}

function notesOfTemplates(routeKey: string, integration: Integration, notes: ConversionNotes): void {
  const templates = [
    ...Object.keys(integration.requestTemplates ?? {}),
    ...integration.integrationResponses.flatMap(({ responseTemplates }) => Object.keys(responseTemplates ?? {})),
  ]
  if (templates.length === 0) return
  notes.add('lost', 'Mapping templates', 'HTTP APIs pass bodies on as they are: no VTL in either direction.', routeKey)
}

/** "integration.request.header.X": "method.request.header.Y" -> "overwrite:header.X": "$request.header.Y". */
function mappings(routeKey: string, { requestParameters, type }: Integration, notes: ConversionNotes) {
  const result: Record<string, string> = {}
  for (const [target, source] of Object.entries(requestParameters ?? {})) {
    const [, place = '', name = ''] = /^integration\.request\.(header|querystring|path)\.(.+)$/.exec(target) ?? []
    const value = httpMappingSource(source)
    // {id} in the address of an HTTP API is the route's own {id}.
    if (place === 'path' && value === `$request.path.${name}`) continue
    if (value === undefined || place === 'path' || place === '' || (place === 'header' && isReservedHeader(name))) {
      notes.add('lost', 'Parameter mapping', `${target} from ${source} has no counterpart.`, routeKey)
    } else result[`overwrite:${place}.${name}`] = value
  }
  if (Object.keys(result).length > 0 || type === 'HTTP') {
    notes.add('carried', 'Parameter mapping', 'Headers and query parameters are set as before.', routeKey)
  }
  return result
}
