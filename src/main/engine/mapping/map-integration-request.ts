import type { RequestOverride, ResponseOverride } from '@shared/contract/template'
import type { Integration } from '@shared/design/integration'
import { templateEvent, type ClientRequest } from './client-request'
import { convertRequestPayload } from './convert-payload'
import { headerValue, type HeaderList } from './header-list'
import { mapRequestParameters } from './map-request-parameters'
import { mappedBody } from './mapped-body'
import { configurationFailure, type MappingFailure } from './mapping-failure'
import type { MappingTools } from './mapping-tools'
import { overrideRequest } from './override-request'
import { payloadText, textPayload, type Payload } from './payload'
import type { QueryList } from './query-string'
import { evaluateRequestExpression } from './request-expression'
import { runTemplate } from './run-template'
import { chooseRequestTemplate } from './template-choice'

/** What templates wrote to `$context`; the response template sees what the request template left there. */
export interface TemplateOverrides {
  readonly requestOverride: RequestOverride
  readonly responseOverride: ResponseOverride
}

/** What a non-proxy integration is called with, but for what its type adds. */
export interface MappedRequest {
  readonly kind: 'mapped'
  readonly body: Payload
  /** Mapped and overridden ones only. */
  readonly headers: HeaderList
  readonly query: QueryList
  /** For `{name}` in the integration's URI. */
  readonly path: ReadonlyMap<string, string>
  /** No template ran: the body is the client's. */
  readonly isPassedThrough: boolean
  readonly overrides: TemplateOverrides
}

const NO_OVERRIDES: TemplateOverrides = {
  requestOverride: { path: {}, querystring: {}, header: {} },
  responseOverride: { header: {} },
}

/** The service gives the next step an empty object for a template that writes nothing. Source: vtl.md 1, recorded. */
const EMPTY_PAYLOAD = '{}'

/**
 * The integration request of HTTP, AWS and MOCK: passthrough decision, contentHandling, template, parameters, overrides.
 * Source: rest-api.md 9.5, 9.6 and 10.
 */
export function mapIntegrationRequest(
  integration: Integration,
  binaryMediaTypes: readonly string[] | undefined,
  request: ClientRequest,
  tools: MappingTools,
): MappedRequest | MappingFailure {
  const payload = requestPayload(integration, binaryMediaTypes, request, tools)
  if (payload.kind === 'failure') return payload
  const body = mappedBody(tools.codec.textOf(request.body))
  const parts = mapRequestParameters(integration, (expression) => evaluateRequestExpression(expression, request, body))
  if (parts.kind === 'failure') return parts
  const overridden = overrideRequest(integration.type, parts, payload.overrides.requestOverride)
  if (overridden.kind === 'failure') return overridden
  return { ...payload, headers: overridden.headers, query: overridden.query, path: overridden.path }
}

const BINARY_BODY = 'a request template cannot read a binary body; set contentHandling to CONVERT_TO_TEXT'

type RequestPayload = Pick<MappedRequest, 'kind' | 'body' | 'isPassedThrough' | 'overrides'>

function requestPayload(
  integration: Integration,
  binaryMediaTypes: readonly string[] | undefined,
  request: ClientRequest,
  tools: MappingTools,
): RequestPayload | MappingFailure {
  const contentType = headerValue(request.headers, 'Content-Type')
  const template = chooseRequestTemplate(integration, contentType)
  if (template === 'refuse') return unsupportedMediaType(contentType)
  const settings = { binaryMediaTypes, contentHandling: integration.contentHandling }
  const body = convertRequestPayload(request.body, contentType, settings, tools.codec)
  if (body === null) return configurationFailure('CONVERT_TO_BINARY needs a request body in base64')
  if (template === 'pass') return { kind: 'mapped', body, isPassedThrough: true, overrides: NO_OVERRIDES }
  if (body.kind === 'binary') return configurationFailure(BINARY_BODY)
  const text = payloadText(body, tools.codec)
  const rendered = runTemplate(tools, { phase: 'request', template }, templateEvent(request, text))
  if ('kind' in rendered) return rendered
  const { output, requestOverride, responseOverride } = rendered
  const overrides = { requestOverride, responseOverride }
  return { kind: 'mapped', body: textPayload(output || EMPTY_PAYLOAD), isPassedThrough: false, overrides }
}

function unsupportedMediaType(contentType: string | undefined): MappingFailure {
  const problem = `no request template for the content type ${contentType ?? 'application/json'}, and bodies are not passed through`
  return { kind: 'failure', type: 'UNSUPPORTED_MEDIA_TYPE', problem }
}
