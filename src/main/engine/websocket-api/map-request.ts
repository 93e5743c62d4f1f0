import type { ContentHandling } from '@shared/design/integration'
import type { MappedRequest } from '../mapping/map-integration-request'
import { mapRequestParameters } from '../mapping/map-request-parameters'
import type { MappingTools } from '../mapping/mapping-tools'
import { overrideRequest } from '../mapping/override-request'
import { textPayload, type Payload } from '../mapping/payload'
import { runTemplate } from '../mapping/run-template'
import { chooseByKey } from './keyed-choice'
import type { CompiledIntegration } from './compiled-integration'
import { constantTemplate } from './constant-template'
import { evaluateRouteExpression } from './route-expression'
import { notCallable, unreadableMessage, unsupportedMessage, type WebSocketFailure } from './web-socket-answer'
import { WebSocketTemplateEvent, type WebSocketRequest } from './web-socket-request'

/** What is handed on instead of nothing. */
const EMPTY_PAYLOAD = '{}'

const NO_OVERRIDES: MappedRequest['overrides'] = {
  requestOverride: { path: {}, querystring: {}, header: {} },
  responseOverride: { header: {} },
}

const NO_PATH: ReadonlyMap<string, string> = new Map()

type Mapped = Pick<MappedRequest, 'kind' | 'body' | 'isPassedThrough' | 'overrides'>

/**
 * What an integration is called with: the template for the message, or the message itself; parameters; overrides. Proxies have no
 * templates. Source: websocket-api.md 5.3.
 */
export function mapWebSocketRequest(
  integration: CompiledIntegration,
  request: WebSocketRequest,
  tools: MappingTools,
): MappedRequest | WebSocketFailure {
  const mapped = mappedPayload(integration, request, tools)
  if (mapped.kind === 'failure') return mapped
  const { integrationType: type, requestParameters } = integration.settings
  const hasNothingToMap = requestParameters === undefined && mapped.overrides === NO_OVERRIDES
  // Nobody is called behind MOCK.
  if (hasNothingToMap || type === 'MOCK') {
    const { body, isPassedThrough, overrides } = mapped
    return { kind: 'mapped', body, isPassedThrough, overrides, headers: [], query: [], path: NO_PATH }
  }
  const parts = mapRequestParameters({ type, ...(requestParameters && { requestParameters }) }, (expression) =>
    evaluateRouteExpression(expression, request),
  )
  if (parts.kind === 'failure') return notCallable(parts.problem)
  const overridden = overrideRequest(type, parts, mapped.overrides.requestOverride)
  if (overridden.kind === 'failure') return notCallable(overridden.problem)
  return { ...mapped, headers: overridden.headers, query: overridden.query, path: overridden.path }
}

function mappedPayload(
  { settings, selectTemplate }: CompiledIntegration,
  request: WebSocketRequest,
  tools: MappingTools,
): Mapped | WebSocketFailure {
  const { message } = request
  const isProxy = settings.integrationType.endsWith('_PROXY')
  const key = isProxy ? '' : selectTemplate({ message })
  const chosen = isProxy ? null : chooseByKey(settings.requestTemplates, key)
  if (chosen === null || chosen.value === '') {
    if (!isProxy && chosen === null && isRefused(settings)) {
      return unsupportedMessage(`no request template for "${key}", and messages are not passed through`)
    }
    return passedThrough(message.text, settings.contentHandlingStrategy, tools)
  }
  const constant = constantTemplate(chosen.value)
  if (constant !== null) return mappedText(constant, NO_OVERRIDES)
  if (message.json === undefined && message.text !== '' && READS_JSON.test(chosen.value)) {
    return unreadableMessage(message.text, `the request template ${chosen.key} reads JSON, and the message is none`)
  }
  const place = { phase: 'request' as const, template: { contentType: chosen.key, source: chosen.value } }
  const rendered = runTemplate(tools, place, new WebSocketTemplateEvent(request, message.text), NO_OVERRIDES)
  if ('kind' in rendered) return notCallable(rendered.problem)
  const { output, requestOverride, responseOverride } = rendered
  return mappedText(output, { requestOverride, responseOverride })
}

/** `$input.json(...)` and `$input.path(...)`. */
const READS_JSON = /\$!?\{?input\.(?:json|path)\s*\(/

function isRefused({ passthroughBehavior, requestTemplates = {} }: CompiledIntegration['settings']): boolean {
  if (passthroughBehavior === 'NEVER') return true
  return passthroughBehavior === 'WHEN_NO_TEMPLATES' && Object.keys(requestTemplates).length > 0
}

function mappedText(text: string, overrides: MappedRequest['overrides']): Mapped {
  return { kind: 'mapped', body: textPayload(text || EMPTY_PAYLOAD), isPassedThrough: false, overrides }
}

/** Only text comes in, so only base64 can become something else. Source: websocket-api.md 5.4. */
function passedThrough(
  text: string,
  contentHandling: ContentHandling | undefined,
  { codec }: MappingTools,
): Mapped | WebSocketFailure {
  const payload: Payload = textPayload(text)
  const passed = { kind: 'mapped', isPassedThrough: true, overrides: NO_OVERRIDES } as const
  if (contentHandling !== 'CONVERT_TO_BINARY' || text === '') return { ...passed, body: payload }
  const bytes = codec.bytesOfBase64(text)
  if (bytes === null) return notCallable('CONVERT_TO_BINARY needs a message in base64')
  return { ...passed, body: { kind: 'binary', bytes } }
}
