import { headerValues, type HeaderList } from '../../../engine/mapping/header-list'
import { lambdaProxyAnswer, lambdaProxyProblem } from '../../../live/backends/lambda-proxy'
import { proxyEvent } from '../../../live/events/proxy-event'
import { answerMembers, expectedHeaders, type FullAnswerMembers } from './answer-members'
import { caseCall, singleCall, type CaseRequest } from './case-call'
import { compareMembers, played, type CaseEntry, type CaseKind } from './case-kind'

interface ProxyInput {
  readonly request?: CaseRequest
  readonly binaryMediaTypes?: readonly string[]
  readonly integrationHttpMethod?: string
  readonly lambdaResult?: unknown
  readonly lambdaError?: { readonly errorType: string; readonly errorMessage: string }
}

/** The event of AWS_PROXY; names with dots in an expectation are paths into it. */
export const PROXY_EVENT_KIND: CaseKind = {
  name: 'proxy-event',
  play: (entry) => played(entry.id, () => compareMembers(entry, eventMembers(entry))),
}

/** What a client gets for what a function behind AWS_PROXY returned. */
export const PROXY_RESPONSE_KIND: CaseKind = {
  name: 'proxy-response',
  play: (entry) => played(entry.id, () => compareMembers(entry, responseMembers(entry))),
}

/** The same with binary media types: whether the client gets the bytes behind the base64. */
export const BINARY_PROXY_KIND: CaseKind = {
  name: 'binary-proxy',
  play: (entry) => played(entry.id, () => compareMembers(entry, binaryMembers(entry))),
}

const PROXY = { type: 'AWS_PROXY', httpMethod: 'POST', integrationResponses: [] } as const

function eventMembers(entry: CaseEntry): Readonly<Record<string, unknown>> {
  const { request = {} } = entry as unknown as ProxyInput
  const methods = { '/{proxy+}': { ANY: { integration: PROXY } }, '/hardcoded': { ANY: { integration: PROXY } } }
  const event: Readonly<Record<string, unknown>> = proxyEvent(caseCall({ methods }, request))
  const members = Object.keys(entry.expect ?? {}).map((path) => [path, valueAt(event, path)] as const)
  const headers = Object.entries((event.headers ?? {}) as Readonly<Record<string, string>>)
  const { expect } = entry
  const hasHeaders = expect !== undefined && 'headers' in expect && expect.headers !== null
  return { ...Object.fromEntries(members), ...(hasHeaders && { headers: expectedHeaders(expect.headers, headers) }) }
}

function responseMembers(entry: CaseEntry): Readonly<Record<string, unknown>> {
  const members = answered(entry)
  const expect = entry.expect ?? {}
  const valuesOf = Object.keys(expect.headerValues ?? {})
  return {
    ...members,
    headers: expectedHeaders(expect.headers, members.headers),
    headerValues: Object.fromEntries(valuesOf.map((name) => [name, headerValues(members.headers, name)])),
    headerNameCasing: casingOf(String(expect.headerNameCasing), members.headers),
    statusClass: `${Math.floor(members.status / 100)}xx`,
  }
}

const BYTES = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff])

function binaryMembers(entry: CaseEntry): Readonly<Record<string, unknown>> {
  const { lambdaResult } = entry as unknown as { readonly lambdaResult: Readonly<Record<string, unknown>> }
  const { bodyIsBase64Of, ...result } = lambdaResult
  const text = bodyIsBase64Of === undefined ? {} : { body: BYTES.toString('base64') }
  const members = answered({ ...entry, lambdaResult: { ...result, ...text } })
  return { ...members, decoded: members.bodyBase64 === BYTES.toString('base64') }
}

function answered(entry: CaseEntry): FullAnswerMembers {
  const {
    request = {},
    binaryMediaTypes,
    integrationHttpMethod,
    lambdaResult,
    lambdaError,
  } = entry as unknown as ProxyInput
  const integration = { ...PROXY, ...(integrationHttpMethod && { httpMethod: integrationHttpMethod }) }
  const call = singleCall('/', request.method ?? 'POST', integration, request, {
    ...(binaryMediaTypes && { binaryMediaTypes }),
  })
  const outcome = lambdaError
    ? ({ kind: 'failed', error: lambdaError } as const)
    : ({ kind: 'answered', result: lambdaResult } as const)
  return answerMembers(lambdaProxyProblem(call) ?? lambdaProxyAnswer(call, outcome))
}

function casingOf(name: string, headers: HeaderList): string | undefined {
  return headers.find(([other]) => other.toLowerCase() === name.toLowerCase())?.[0]
}

function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce((found: unknown, name) => {
    return typeof found === 'object' && found !== null ? (found as Readonly<Record<string, unknown>>)[name] : undefined
  }, value)
}
