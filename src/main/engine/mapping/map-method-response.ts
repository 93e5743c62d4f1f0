import type { IntegrationResponse } from '@shared/design/integration'
import type { Method } from '@shared/design/method'
import type { JavaValue } from '../vtl/java/java-value'
import { JavaMap } from '../vtl/java/java-map'
import { parseJson } from '../vtl/json/parse-json'
import { templateEvent, type ClientRequest } from './client-request'
import { convertResponsePayload } from './convert-payload'
import { headerValue, type HeaderList } from './header-list'
import { remapMethodResponseHeaders, withContentType } from './header-remapping'
import type { TemplateOverrides } from './map-integration-request'
import { isReadableBody, mappedBody } from './mapped-body'
import { configurationFailure, type MappingFailure } from './mapping-failure'
import type { MappingTools } from './mapping-tools'
import { overriddenNames, overrideMap, overrideValues } from './override-values'
import { payloadBytes, textPayload, type Payload } from './payload'
import { evaluateResponseExpression } from './response-expression'
import { runTemplate } from './run-template'
import { selectResponse } from './select-response'
import { chooseResponseTemplate } from './template-choice'

/** What an integration gave back. */
export interface IntegrationResult {
  /** What selection patterns are held against: the status as text, or the error message of a Lambda function ("" without one). */
  readonly selectionText: string
  readonly headers: HeaderList
  /** Null where there is no payload to convert, as behind MOCK. */
  readonly body: Uint8Array | null
  /** The body tells of a function's error: the JSON text in its `errorMessage` is read for header mappings. */
  readonly isFunctionError?: boolean
}

/** What the client gets, but for what every answer carries. */
export interface MethodAnswer {
  readonly kind: 'answer'
  readonly status: number
  readonly headers: HeaderList
  readonly body: Uint8Array
}

/** The method as its responses need it. */
export type RespondingMethod = Pick<Method, 'methodResponses'> & {
  readonly integrationResponses: readonly IntegrationResponse[]
  readonly binaryMediaTypes: readonly string[] | undefined
}

const TARGET = /^method\.response\.header\.(.+)$/s

/**
 * The method response of HTTP, AWS and MOCK: selection, parameters, contentHandling, template, overrides, header names.
 * Source: rest-api.md 9.6, 9.7 and 10.4.
 */
export function mapMethodResponse(
  method: RespondingMethod,
  result: IntegrationResult,
  request: ClientRequest,
  overrides: TemplateOverrides,
  tools: MappingTools,
): MethodAnswer | MappingFailure {
  const response = selectResponse(method.integrationResponses, result.selectionText)
  if (response === undefined) return configurationFailure(nothingFits(result.selectionText))
  if (!method.methodResponses.some(({ statusCode }) => statusCode === response.statusCode)) {
    return configurationFailure(`output mapping refers to an invalid method response: ${response.statusCode}`)
  }
  const headers = mappedHeaders(response, result, request, tools)
  if ('kind' in headers) return headers
  const payload = responsePayload(method, response, result, request, overrides, tools)
  if ('failure' in payload) return payload.failure
  const headerOverride = overrideMap(payload.responseOverride, 'header')
  const replaced = overriddenNames(headerOverride)
  const status = overriddenStatus(payload.responseOverride) ?? Number(response.statusCode)
  if (!isStatus(status)) return configurationFailure(`the status ${response.statusCode} cannot be answered`)
  const all = [...headers.filter(([name]) => !replaced.has(name.toLowerCase())), ...overrideValues(headerOverride)]
  return {
    kind: 'answer',
    status,
    headers: withContentType(remapMethodResponseHeaders(all)),
    body: payloadBytes(payload.body, tools.codec),
  }
}

function nothingFits(selectionText: string): string {
  const fitting = selectionText === '' ? '' : `fits "${selectionText}", and none `
  return `no integration response ${fitting}is the default`
}

function mappedHeaders(
  { responseParameters = {} }: IntegrationResponse,
  { headers, body, isFunctionError }: IntegrationResult,
  request: ClientRequest,
  { codec }: MappingTools,
): HeaderList | MappingFailure {
  const text = body === null ? '' : codec.textOf(body)
  const source = { headers, body: mappedBody(text, isFunctionError === true ? withReadErrorMessage : undefined) }
  const mapped: [string, string][] = []
  for (const [target, expression] of Object.entries(responseParameters)) {
    const [, name] = TARGET.exec(target) ?? []
    if (name === undefined) continue
    const value = evaluateResponseExpression(expression, request, source)
    if (value.kind === 'failure') return value
    if (value.kind === 'value') mapped.push([name, value.value])
  }
  return mapped
}

/** Source: API Gateway Developer Guide, "Handle Lambda errors in API Gateway": only for mappings to headers, not for templates. */
function withReadErrorMessage(document: JavaValue): JavaValue {
  const message = document instanceof JavaMap ? document.get('errorMessage') : null
  if (!(document instanceof JavaMap) || typeof message !== 'string' || !/^\s*[{[]/.test(message)) return document
  if (isReadableBody(message)) document.put('errorMessage', parseJson(message))
  return document
}

type ResponsePayload = { readonly body: Payload; readonly responseOverride: unknown }

function responsePayload(
  { binaryMediaTypes }: RespondingMethod,
  response: IntegrationResponse,
  { headers, body }: IntegrationResult,
  request: ClientRequest,
  overrides: TemplateOverrides,
  tools: MappingTools,
): ResponsePayload | { readonly failure: MappingFailure } {
  const { statusCode, selectionPattern, contentHandling } = response
  const accept = headerValue(request.headers, 'Accept')
  const types = { accept, contentType: headerValue(headers, 'Content-Type') }
  const converted =
    body === null
      ? textPayload('')
      : convertResponsePayload(body, types, { binaryMediaTypes, contentHandling }, tools.codec)
  if (converted === null) return failed("the backend's response must be base64 to become binary")
  const template = chooseResponseTemplate(response.responseTemplates, accept)
  if (template === null) return { body: converted, responseOverride: overrides.responseOverride }
  if (converted.kind === 'binary') {
    return failed(
      `the response template of ${statusCode} cannot read a binary body; set its contentHandling to CONVERT_TO_TEXT`,
    )
  }
  const place = { phase: 'response' as const, template, statusCode, ...(selectionPattern && { selectionPattern }) }
  const rendered = runTemplate(tools, place, templateEvent(request, converted.text), overrides)
  if ('kind' in rendered) return { failure: rendered }
  return { body: textPayload(rendered.output), responseOverride: rendered.responseOverride }
}

function failed(problem: string): { readonly failure: MappingFailure } {
  return { failure: configurationFailure(problem) }
}

/**
 * Source: rest-api.md 10.4: what is no status is ignored. Departure: below 200 as well, because a client would wait for the answer that
 * follows.
 */
function overriddenStatus(responseOverride: unknown): number | null {
  const isMap = typeof responseOverride === 'object' && responseOverride !== null
  const status: unknown = isMap && 'status' in responseOverride ? responseOverride.status : undefined
  return typeof status === 'number' && isStatus(status) ? status : null
}

function isStatus(status: number): boolean {
  return Number.isInteger(status) && status >= 200 && status <= 599
}
