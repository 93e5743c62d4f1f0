import { LIMITS } from '../../limits'
import type { Path } from '../../design/checks/problem'
import type { Design } from '../../design/design'
import type { Scenario } from '../../design/scenario'
import type { Api } from '../../design/api'
import { methodAt } from '../../design/edits/change-methods'
import { memberOf } from '../../design/edits/update-in'
import { findApi, splitRouteKey } from '../../design/route-key'
import { integrationIdOf, type V2Integration, type V2Route } from '../../design/v2-api'
import { finding } from '../finding'
import type { Finding, ReviewRule } from '../review-rule'
import { functionTarget } from '../scopes/function-target'

const MEGABYTE = 1024 * 1024
/** Bytes of a request or an answer of a function that is waited for. Source: Lambda Developer Guide, "Quotas". */
const FUNCTION_PAYLOAD = 6 * MEGABYTE

export const payloadOverLimit: ReviewRule = {
  id: 'payload-over-limit',
  title: 'Large bodies are refused, whatever the backend does',
  severity: 'error',
  what: 'Answers and messages of scenarios, and texts in models, that are larger than what API Gateway (10 MB, a WebSocket message 128 KB) or a function (6 MB) can carry.',
  why: 'Requests above the limit end with 413, answers above it with an error after the work was done and paid for. No quota raises it.',
  source: 'Guide 003, "Payload size limits"; rest-api.md 15; websocket-api.md 7.',
  find: (design) => [
    ...design.scenarios.flatMap((scenario, index) => ofScenario(design, scenario, ['scenarios', index])),
    ...ofModels(design),
  ],
}

const ELSEWHERE = 'Keep it in S3 and hand out presigned URLs.'

function ofScenario(design: Design, scenario: Scenario, at: Path): Finding[] {
  const api = findApi(design, scenario.apiId)
  if (api?.protocolType === 'WEBSOCKET') return ofMessages(scenario, at)
  return Object.entries(scenario.backends ?? {}).flatMap(([routeKey, { responseBytes = 0 }]) => {
    const isFunction = leadsToFunction(api, routeKey)
    const most = isFunction ? FUNCTION_PAYLOAD : LIMITS.payload.value
    if (responseBytes <= most) return []
    const carrier = isFunction ? 'a function can return' : 'API Gateway carries'
    const message = `Scenario ${scenario.name}, ${routeKey}: answers have ${megabytes(responseBytes)}, but ${carrier} ${megabytes(most)}. ${ELSEWHERE}`
    return [finding(payloadOverLimit, [...at, 'backends', routeKey, 'responseBytes'], message)]
  })
}

function leadsToFunction(api: Api | undefined, routeKey: string): boolean {
  if (api === undefined) return false
  if (api.protocolType === 'REST') {
    const { verb, path } = splitRouteKey(routeKey)
    return functionTarget(methodAt(api, path, verb)?.integration?.uri) !== null
  }
  const route = memberOf<V2Route>(api.routes, routeKey)
  const integration = memberOf<V2Integration>(api.integrations, (route && integrationIdOf(route)) ?? '')
  return functionTarget(integration?.integrationUri) !== null
}

function ofMessages(scenario: Scenario, at: Path): Finding[] {
  const { connections = [], webSocket: { answers = {}, pushes = [] } = {} } = scenario
  const sizes: readonly (readonly [Path, string, number | undefined])[] = [
    ...connections.map(
      ({ name, messages }, index) => [['connections', index, 'messages', 'bytes'], name, messages?.bytes] as const,
    ),
    ...Object.entries(answers).map(
      ([key, { bytes }]) => [['webSocket', 'answers', key, 'bytes'], `answers to ${key}`, bytes] as const,
    ),
    ...pushes.map(({ name, bytes }, index) => [['webSocket', 'pushes', index, 'bytes'], name, bytes] as const),
  ]
  const most = LIMITS.webSocketMessage.value
  return sizes.flatMap(([place, name, bytes = 0]) => {
    if (bytes <= most) return []
    const message = `Scenario ${scenario.name}, ${name}: messages have ${Math.round(bytes / 1024)} KB, but a WebSocket API carries ${most / 1024} KB. ${ELSEWHERE}`
    return [finding(payloadOverLimit, [...at, ...place], message)]
  })
}

/** A text that may be longer than any request. */
function ofModels(design: Design): Finding[] {
  return design.apis.flatMap((api, index) => {
    if (api.protocolType === 'HTTP') return []
    const most = api.protocolType === 'REST' ? LIMITS.payload.value : LIMITS.webSocketMessage.value
    return Object.entries(api.models ?? {}).flatMap(([name, { schema }]) =>
      longTexts(schema, most).map(({ path, length }) => {
        const message = `${api.name}, model ${name}: it allows a text of ${length} characters, but requests have at most ${most} bytes. ${ELSEWHERE}`
        return finding(payloadOverLimit, ['apis', index, 'models', name, 'schema', ...path], message, {
          severity: 'warning',
        })
      }),
    )
  })
}

/** Schemas are as deep as somebody wrote them. */
const DEEPEST = 64

function longTexts(schema: unknown, most: number, path: Path = []): { readonly path: Path; readonly length: number }[] {
  if (typeof schema !== 'object' || schema === null || path.length > DEEPEST) return []
  return Object.entries(schema).flatMap(([name, value]: [string, unknown]) => {
    const at = [...path, name]
    if (name === 'maxLength' && typeof value === 'number') return value > most ? [{ path: at, length: value }] : []
    return longTexts(value, most, at)
  })
}

function megabytes(bytes: number): string {
  return `${Number((bytes / MEGABYTE).toFixed(1))} MB`
}
