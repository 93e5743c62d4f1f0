import type { MappedRequest } from '../mapping/map-integration-request'
import { headerValues, type HeaderList } from '../mapping/header-list'
import type { MappingTools } from '../mapping/mapping-tools'
import { overriddenNames, overrideMap, overrideValues } from '../mapping/override-values'
import { runTemplate } from '../mapping/run-template'
import { mappedBody } from '../mapping/mapped-body'
import { chooseByKey } from './keyed-choice'
import { chooseResponse, type CompiledIntegration, type CompiledResponse } from './compiled-integration'
import { constantTemplate } from './constant-template'
import { evaluatePlain } from './route-expression'
import type { SelectedResponse } from './selection-expression'
import { integrationFailed, notCallable, type WebSocketAnswer, type WebSocketFailure } from './web-socket-answer'
import { WebSocketTemplateEvent, type WebSocketRequest } from './web-socket-request'

/** What an integration that is no proxy gave back. */
export interface IntegrationResult extends SelectedResponse {
  /** What response keys are held against: the status as text, or what a function failed with ("" when it did not). */
  readonly selectionText: string
  /** Null where there is no payload, as behind MOCK. */
  readonly body: Uint8Array | null
}

/**
 * The answer of an integration that is no proxy: integration response, parameters, conversion, template.
 * Source: websocket-api.md 5.4. Nothing fits and there is no `$default`: an error, inferred.
 */
export function mapWebSocketResponse(
  { responses }: CompiledIntegration,
  result: IntegrationResult,
  request: WebSocketRequest,
  overrides: MappedRequest['overrides'],
  tools: MappingTools,
): WebSocketAnswer {
  const response = chooseResponse(responses, result.selectionText)
  if (response === undefined) return integrationFailed(nothingFits(result.selectionText))
  const payload = mappedPayload(response, result, request, overrides, tools)
  if (payload.kind === 'failure') return payload
  const headers = mappedHeaders(response, result, request, tools)
  if ('kind' in headers) return headers
  const override = overrideMap(payload.responseOverride, 'header')
  const replaced = overriddenNames(override)
  return {
    kind: 'response',
    status: statusOverride(payload.responseOverride) ?? result.statusCode,
    headers: [...headers.filter(([name]) => !replaced.has(name.toLowerCase())), ...overrideValues(override)],
    body: payload.text,
  }
}

function nothingFits(selectionText: string): string {
  const fitting = selectionText === '' ? '' : `fits "${selectionText}", and none `
  return `no integration response ${fitting}is the default`
}

interface MappedPayload {
  readonly kind: 'payload'
  readonly text: string
  readonly responseOverride: unknown
}

function mappedPayload(
  { settings, selectTemplate, key }: CompiledResponse,
  result: IntegrationResult,
  request: WebSocketRequest,
  overrides: MappedRequest['overrides'],
  tools: MappingTools,
): MappedPayload | WebSocketFailure {
  const body = payloadText(settings.contentHandlingStrategy, result.body, tools)
  if (body === null) return notCallable('CONVERT_TO_BINARY needs a response in base64')
  const { responseOverride } = overrides
  const chosen = chooseByKey(settings.responseTemplates, selectTemplate({ message: request.message, response: result }))
  if (chosen === null || chosen.value === '') return { kind: 'payload', text: body, responseOverride }
  const constant = constantTemplate(chosen.value)
  if (constant !== null) return { kind: 'payload', text: constant, responseOverride }
  const template = { contentType: chosen.key, source: chosen.value }
  const place = { phase: 'response' as const, template, selectionPattern: key }
  const rendered = runTemplate(tools, place, new WebSocketTemplateEvent(request, body), overrides)
  if ('kind' in rendered) return notCallable(rendered.problem)
  return { kind: 'payload', text: rendered.output, responseOverride: rendered.responseOverride }
}

/** Replies are text: bytes are sent as base64 where the response says so, else as the text that they are. */
function payloadText(
  contentHandling: 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT' | undefined,
  body: Uint8Array | null,
  { codec }: MappingTools,
): string | null {
  if (body === null || body.length === 0) return ''
  if (contentHandling === 'CONVERT_TO_TEXT') return codec.base64Of(body)
  if (contentHandling !== 'CONVERT_TO_BINARY') return codec.textOf(body)
  const bytes = codec.bytesOfBase64(codec.textOf(body).trim())
  return bytes && codec.textOf(bytes)
}

const TARGET = /^route\.response\.header\.(.+)$/s

function mappedHeaders(
  { settings: { responseParameters = {} } }: CompiledResponse,
  { headers, body }: IntegrationResult,
  request: WebSocketRequest,
  { codec }: MappingTools,
): HeaderList | WebSocketFailure {
  const mapped: [string, string][] = []
  for (const [target, expression] of Object.entries(responseParameters)) {
    const [, name] = TARGET.exec(target) ?? []
    if (name === undefined) continue
    const plain = evaluatePlain(expression, request)
    if (plain?.kind === 'failure') return notCallable(plain.problem)
    const value = plain?.kind === 'value' ? plain.value : responseValue(expression, headers, body, codec)
    if (value === null) return notCallable(`invalid mapping expression: ${expression}`)
    if (value !== '') mapped.push([name, value])
  }
  return mapped
}

/** "" for what is not there, null for an expression that means nothing. */
function responseValue(
  expression: string,
  headers: HeaderList,
  body: Uint8Array | null,
  codec: MappingTools['codec'],
): string | null {
  const [, location, name] = /^integration\.response\.([a-z]+)(?:\.(.+))?$/s.exec(expression) ?? []
  const text = (): string => (body === null ? '' : codec.textOf(body))
  if (location === 'body' && name === undefined) return text()
  if (name === undefined) return /^(?:context|stageVariables)\./.test(expression) ? '' : null
  if (location === 'header') return headerValues(headers, name).at(-1) ?? ''
  if (location === 'multivalueheader') return headerValues(headers, name).join(',')
  if (location !== 'body') return null
  const found = mappedBody(text()).find(name)
  return found.kind === 'found' ? found.text : ''
}

/** `$context.responseOverride.status` of a handshake. */
function statusOverride(responseOverride: unknown): number | null {
  const isMap = typeof responseOverride === 'object' && responseOverride !== null
  const status: unknown = isMap && 'status' in responseOverride ? responseOverride.status : undefined
  return typeof status === 'number' && Number.isInteger(status) && status >= 200 && status <= 599 ? status : null
}
