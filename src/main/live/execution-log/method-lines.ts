import type { Outcome } from '../../engine/outcome'
import { BAD_REQUEST_BODY, BAD_REQUEST_PARAMETERS, CACHED, INTEGRATION_TIMEOUT } from '../../engine/outcome'
import { headerValue, type HeaderList } from '../../engine/mapping/header-list'
import type { Answer } from '../answers/answer'
import type { BackendFailure } from '../backends/backend-answer'
import type { Call } from '../call'
import { eventHeaders } from '../events/event-headers'
import { nameOfRoute } from '../live-route'
import type { EndpointAnswer, EndpointExchange } from './endpoint-exchange'
import { headersText, mapText, payloadStart } from './log-text'

/** What came in. Source: rest-api.md 12.3, recorded, as all of the following. */
export function requestLines({ message, pathParameters }: Call): string[] {
  return [
    `Starting execution for request: ${message.ids.requestId}`,
    `HTTP Method: ${message.verb}, Resource Path: ${message.path}`,
    `Method request path: ${mapText(Object.entries(pathParameters))}`,
    `Method request query string: ${mapText(new Map(message.query))}`,
    `Method request headers: ${headersText(eventHeaders(message))}`,
    `Method request body before transformations: ${payloadStart(message.body)}`,
  ]
}

/** What goes to the backend; nothing where there is none, as behind MOCK and the cache. */
export function endpointRequestLines(endpoint: EndpointExchange): string[] {
  return [
    `Endpoint request URI: ${endpoint.uri}`,
    `Endpoint request headers: ${headersText(endpoint.headers)}`,
    `Endpoint request body after transformations: ${payloadStart(endpoint.body)}`,
    `Sending request to ${endpoint.uri}`,
  ]
}

/** What the backend said. */
export function endpointAnswerLines({ status, headers, body }: EndpointAnswer, latencyMs: number): string[] {
  return [
    `Received response. Status: ${status}, Integration latency: ${Math.round(latencyMs)} ms`,
    `Endpoint response headers: ${headersText(headers)}`,
    `Endpoint response body before transformations: ${payloadStart(body)}`,
  ]
}

/** How it ended: with what the method answers, or with why it does not. */
export function endingLines(call: Call, outcome: Outcome, answer: Answer): string[] {
  const failure = failureLine(call, outcome)
  const completed = `Method completed with status: ${answer.status}`
  if (failure !== null) return [failure, completed]
  const isAnswered = outcome === CACHED || call.backendAnswer?.kind === 'response'
  if (!isAnswered) return [completed]
  return [
    `Method response body after transformations: ${payloadStart(answer.body)}`,
    `Method response headers: ${headersText(traceFirst(withoutIds(answer.headers)))}`,
    'Successfully completed execution',
    completed,
  ]
}

/** Known to the caller, but not to the method. */
function withoutIds(headers: HeaderList): HeaderList {
  return headers.filter(([name]) => !/^(x-amzn-requestid|x-amz-apigw-id)$/i.test(name))
}

function traceFirst(headers: HeaderList): HeaderList {
  const isTrace = ([name]: HeaderList[number]): boolean => name.toLowerCase() === 'x-amzn-trace-id'
  return [...headers.filter(isTrace), ...headers.filter((header) => !isTrace(header))]
}

function failureLine(call: Call, outcome: Outcome): string | null {
  if (outcome === BAD_REQUEST_PARAMETERS) return call.validationMessage
  if (outcome === BAD_REQUEST_BODY && call.validationErrorString !== null) return bodyLine(call)
  if (outcome === INTEGRATION_TIMEOUT) return TIMEOUT
  return call.backendAnswer?.kind === 'failure' ? backendLine(call, call.backendAnswer) : null
}

function bodyLine({ message, validationErrorString }: Call): string {
  const type = headerValue(message.headers, 'Content-Type') ?? 'application/json'
  return `Request body does not match model schema for content type ${type}: ${validationErrorString}`
}

const TIMEOUT = 'Execution failed due to a timeout error'

function backendLine(call: Call, failure: BackendFailure): string {
  const functionError = call.endpoint?.answer?.functionError
  if (failure.type === 'INTEGRATION_TIMEOUT') return TIMEOUT
  if (failure.type === 'INTEGRATION_FAILURE')
    return 'Execution failed due to a network error communicating with endpoint'
  if (functionError !== undefined) {
    const why = `Lambda execution failed with status 200 due to customer function error: ${functionError}`
    return `${why}. Lambda request id: ${call.message.ids.requestId}`
  }
  return `Execution failed due to configuration error: ${reasonOf(call, failure.problem)}`
}

/** Where the service has fewer words for a problem than we have. */
const WORDS: readonly string[] = [
  'Malformed Lambda proxy response',
  'Unable to parse statusCode. It should be an integer that is defined in the request template',
]

/** The problem without the route that it is named after. */
function reasonOf({ route }: Call, problem: string): string {
  const name = `${nameOfRoute(route)}: `
  const own = problem.startsWith(name) ? problem.slice(name.length) : problem
  const reason = own.slice(0, 1).toUpperCase() + own.slice(1)
  return WORDS.find((words) => reason.startsWith(words)) ?? reason
}
