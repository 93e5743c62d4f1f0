import type { GatewayResponseType } from '@shared/design/gateway-response'
import type { RestApiDefinition } from '@shared/design/rest-api'
import {
  contextValue,
  requestValue,
  stageVariable,
  type GatewayError,
  type GatewayResponseContext,
} from './gateway-response-context'
import { gatewayResponseRecord, type GatewayResponseRecord } from './gateway-response-record'
import { GATEWAY_RESPONSE_INFO, STOCK_TEMPLATE } from './gateway-response-types'

/** What the client gets. */
export interface GatewayAnswer {
  readonly statusCode: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
}

/** What a customisation cannot change. */
const SERVICE_HEADERS: ReadonlySet<string> = new Set(['x-amzn-requestid', 'x-amz-apigw-id', 'x-amzn-errortype'])

/** Names after `$context.` and the like: a dot or hyphen at the end of a sentence is not part of them. */
const REFERENCE = /\$(context|stageVariables|method\.request)((?:\.[A-Za-z0-9_-]*[A-Za-z0-9_])+)/g

/**
 * The answer of the gateway itself. Includes the headers the service puts on every answer: `x-amzn-RequestId`, `x-amz-apigw-id` and
 * `x-amzn-ErrorType`.
 * Source: API Gateway Developer Guide, "Gateway responses in API Gateway"; rest-api.md 4.
 */
export function renderGatewayResponse(
  definition: Pick<RestApiDefinition, 'gatewayResponses'>,
  type: GatewayResponseType,
  context: GatewayResponseContext,
): GatewayAnswer {
  const info = GATEWAY_RESPONSE_INFO[type]
  const record = gatewayResponseRecord(definition, type)
  const error: GatewayError = { type, message: context.message === undefined ? info.message : context.message, context }
  const [contentType, template] = chooseTemplate(record, context)
  return {
    statusCode: statusOf(record, context),
    headers: [
      ['x-amzn-RequestId', context.requestId],
      ['x-amz-apigw-id', context.extendedRequestId],
      ['x-amzn-ErrorType', context.errorType ?? info.errorType],
      ...parameterHeaders(record, error, contentType),
    ],
    body: renderTemplate(type === 'ACCESS_DENIED' ? withCapital(template) : template, error),
  }
}

/** Source: published dumps of denials. The record reads back with the small letter all the same. */
function withCapital(template: string): string {
  return template === STOCK_TEMPLATE ? template.replace('message', 'Message') : template
}

function statusOf(record: GatewayResponseRecord, context: GatewayResponseContext): number {
  const isStock = record.statusCode === GATEWAY_RESPONSE_INFO[record.responseType].statusCode
  if (isStock && context.statusCode !== undefined) return context.statusCode
  return Number(record.statusCode ?? (record.responseType === 'DEFAULT_4XX' ? 403 : 500))
}

/**
 * By the first media type the client accepts, else "application/json", else the first there is. A record without templates has an empty
 * body.
 */
function chooseTemplate(record: GatewayResponseRecord, context: GatewayResponseContext): readonly [string, string] {
  const templates = Object.entries(record.responseTemplates)
  const accepted = (requestValue(context, 'header', 'Accept') ?? '').split(',')[0]?.split(';')[0]?.trim().toLowerCase()
  const byType = (wanted: string | undefined) => templates.find(([contentType]) => contentType.toLowerCase() === wanted)
  return byType(accepted) ?? byType('application/json') ?? templates[0] ?? ['application/json', '']
}

function parameterHeaders(
  record: GatewayResponseRecord,
  error: GatewayError,
  contentType: string,
): readonly (readonly [string, string])[] {
  const headers = new Map<string, readonly [string, string]>([['content-type', ['Content-Type', contentType]]])
  for (const [target, source] of Object.entries(record.responseParameters)) {
    const [, name] = /^gatewayresponse\.header\.([!#$%&'*+.^_`|~0-9A-Za-z-]+)$/.exec(target) ?? []
    if (name === undefined || SERVICE_HEADERS.has(name.toLowerCase())) continue
    const value = parameterValue(source, error)
    if (value !== undefined) headers.set(name.toLowerCase(), [name, value.replaceAll(/[\r\n\0]/g, '')])
  }
  return [...headers.values()]
}

/** `'text'`, `context.X`, `stageVariables.X` or `method.request.LOCATION.X`; undefined leaves the header out. */
function parameterValue(source: string, error: GatewayError): string | undefined {
  if (source.length >= 2 && source.startsWith("'") && source.endsWith("'")) return source.slice(1, -1)
  const names = source.split('.')
  switch (names[0]) {
    case 'context':
      return contextValue(error, names.slice(1))
    case 'stageVariables':
      return stageVariable(error.context, names.slice(1).join('.'))
    case 'method':
      return names[1] === 'request' ? requestValue(error.context, names[2] ?? '', names.slice(3).join('.')) : undefined
    default:
      return undefined
  }
}

/** Not VTL: references are replaced and everything else stays as it is. One without a value prints nothing. */
function renderTemplate(template: string, error: GatewayError): string {
  return template.replaceAll(REFERENCE, (_reference, root: string, path: string) => {
    return parameterValue(root + path, error) ?? ''
  })
}
