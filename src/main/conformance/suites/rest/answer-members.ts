import type { GatewayResponseType } from '@shared/design/gateway-response'
import { renderGatewayResponse } from '../../../engine/mapping/gateway-response'

/** What a case may expect of an answer; members that the answer does not have are undefined, so that they can be judged as well. */
export interface AnswerMembers extends Readonly<Record<string, unknown>> {
  readonly status: number
  readonly json: unknown
  readonly errorType: string | undefined
}

/** The answer of the gateway itself, as the client sees it. */
export function gatewayAnswer(type: GatewayResponseType, message?: string): AnswerMembers {
  const answer = renderGatewayResponse({ gatewayResponses: {} }, type, {
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
    ...(message === undefined ? {} : { message }),
  })
  return {
    status: answer.statusCode,
    json: JSON.parse(answer.body) as unknown,
    errorType: answer.headers.find(([name]) => name === 'x-amzn-ErrorType')?.[1],
  }
}

/** The answer of the method, of which only the status is known here. */
export const METHOD_ANSWER: AnswerMembers = { status: 200, json: undefined, errorType: undefined }
