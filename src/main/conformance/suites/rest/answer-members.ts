import type { GatewayResponseType } from '@shared/design/gateway-response'
import type { HeaderList } from '../../../engine/mapping/header-list'
import { headerValues } from '../../../engine/mapping/header-list'
import { renderGatewayResponse } from '../../../engine/mapping/gateway-response'
import type { GatewayResponseContext } from '../../../engine/mapping/gateway-response-context'
import type { BackendAnswer } from '../../../live/backends/backend-answer'

/** What a case may expect of an answer; members that the answer does not have are undefined, so that they can be judged as well. */
export interface AnswerMembers extends Readonly<Record<string, unknown>> {
  readonly status: number
  /** Undefined when the body is none. */
  readonly json: unknown
  readonly errorType: string | undefined
}

/** An answer with a body. */
export interface FullAnswerMembers extends AnswerMembers {
  readonly text: string
  readonly bodyBase64: string
  readonly headers: HeaderList
}

const CONTEXT: GatewayResponseContext = {
  requestId: 'request',
  extendedRequestId: 'extended=',
  apiId: 'a1b2c3d4e5',
  accountId: '123456789012',
  stage: 'test',
  httpMethod: 'GET',
  path: '/test',
  stageVariables: {},
  headers: {},
  query: {},
  pathParameters: {},
}

/** The answer of the gateway itself, as the client sees it. */
export function gatewayAnswer(type: GatewayResponseType, message?: string): AnswerMembers {
  const { status, json, errorType } = gatewayMembers(type, message === undefined ? {} : { message })
  return { status, json, errorType }
}

/** The answer of a method, or of the gateway in its place. */
export function answerMembers(answer: BackendAnswer): FullAnswerMembers {
  if (answer.kind === 'failure') {
    const { type, message, statusCode } = answer
    return gatewayMembers(type, {
      ...(message !== undefined && { message }),
      ...(statusCode !== undefined && { statusCode }),
    })
  }
  return membersOf(answer.status, answer.headers, answer.body)
}

/** Those headers that a case names, by its spelling; undefined for one that is not there. */
export function expectedHeaders(expected: unknown, headers: HeaderList): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.keys(expected ?? {}).map((name) => [name, headerValues(headers, name)[0]]))
}

/** The answer of the method, of which only the status is known here. */
export const METHOD_ANSWER: AnswerMembers = { status: 200, json: undefined, errorType: undefined }

function gatewayMembers(type: GatewayResponseType, details: Partial<GatewayResponseContext>): FullAnswerMembers {
  const answer = renderGatewayResponse({ gatewayResponses: {} }, type, { ...CONTEXT, ...details })
  return membersOf(answer.statusCode, answer.headers, Buffer.from(answer.body))
}

function membersOf(status: number, headers: HeaderList, body: Buffer): FullAnswerMembers {
  const text = body.toString('utf8')
  return {
    status,
    text,
    json: jsonOf(text),
    bodyBase64: body.toString('base64'),
    errorType: headerValues(headers, 'x-amzn-ErrorType')[0],
    headers,
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
