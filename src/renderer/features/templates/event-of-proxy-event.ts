import type { TemplateEvent, TemplateParams } from '@shared/template-event'
import type { PastedEvent } from './pasted-event'

type Json = Readonly<Record<string, unknown>>

/** What a mapping template would see of the request that a Lambda function got as a proxy event. null for any other value. */
export function eventOfProxyEvent(value: unknown): PastedEvent | null {
  if (!isObject(value) || !isObject(value['requestContext'])) return null
  const isV2 = value['version'] === '2.0'
  if (!isV2 && typeof value['httpMethod'] !== 'string') return null
  const stageVariables = textsOf(value['stageVariables'])
  const event: TemplateEvent = {
    body: bodyOf(value),
    params: paramsOf(value),
    context: value['requestContext'],
    ...(stageVariables && { stageVariables }),
  }
  const note = isV2
    ? 'The event has payload version 2.0, of an HTTP API: its context has other names than $context.'
    : null
  return { kind: 'proxy-event', event, note }
}

function bodyOf(event: Json): string | null {
  const { body } = event
  if (typeof body !== 'string') return null
  return event['isBase64Encoded'] === true ? textOfBase64(body) : body
}

function textOfBase64(base64: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0)))
  } catch {
    return base64
  }
}

function paramsOf(event: Json): TemplateParams {
  const path = textsOf(event['pathParameters'])
  const querystring = lastOfEach(event['multiValueQueryStringParameters']) ?? textsOf(event['queryStringParameters'])
  const header = lastOfEach(event['multiValueHeaders']) ?? textsOf(event['headers'])
  return { ...(path && { path }), ...(querystring && { querystring }), ...(header && { header }) }
}

/** Names with texts; other values are left out. undefined for no object. */
function textsOf(value: unknown): Readonly<Record<string, string>> | undefined {
  if (!isObject(value)) return undefined
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** Of a name with several values a template sees the last. */
function lastOfEach(value: unknown): Readonly<Record<string, string>> | undefined {
  if (!isObject(value)) return undefined
  const last = Object.entries(value).map(([name, list]) => [name, Array.isArray(list) ? list.at(-1) : list] as const)
  return textsOf(Object.fromEntries(last))
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
