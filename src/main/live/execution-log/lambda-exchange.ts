import { basicDate } from '../../engine/authorizers/sigv4/basic-date'
import { fillStageVariables } from '../../engine/mapping/fill-stage-variables'
import type { HeaderList } from '../../engine/mapping/header-list'
import type { Call } from '../call'
import { errorPayload } from '../functions/error-payload'
import type { HandlerAnswer } from '../functions/handler-process-host'
import type { EndpointAnswer, EndpointExchange } from './endpoint-exchange'

/** Characters that a signature and a session token have on the service; here there are none, and they are masked anyway. */
const SIGNATURE_LENGTH = 238
const TOKEN_LENGTH = 1024

/** A function as an integration or an authorizer names it. */
export interface InvokedFunction {
  readonly uri: string | undefined
  readonly handler: string | undefined
  /** Who invokes it, after the API in an ARN: "prod/GET/orders"; null where a role does. */
  readonly source: string | null
}

/** The call of a function as the service would make it. Source: rest-api.md 12.3, recorded. */
export function lambdaRequest(call: Call, { uri, handler, source }: InvokedFunction, body: string): EndpointExchange {
  const { design, variables, view } = call.route.stage
  const { ids, receivedAt } = call.message
  const path = /:lambda:path(\/.*)$/s.exec(fillStageVariables(uri ?? '', variables))?.[1]
  const named = `arn:aws:lambda:${design.region}:${design.accountId}:function:${handler ?? ''}`
  const arn = `arn:aws:execute-api:${design.region}:${design.accountId}:${view.apiId}/${source}`
  const headers: HeaderList = [
    ['x-amzn-lambda-integration-tag', ids.requestId],
    ['Authorization', '*'.repeat(SIGNATURE_LENGTH) + ids.requestId.slice(0, 6)],
    ['X-Amz-Date', basicDate(receivedAt)],
    ['x-amzn-apigateway-api-id', view.apiId],
    ...(source === null ? [] : [['X-Amz-Source-Arn', arn] as const]),
    ['Accept', 'application/json'],
    ['User-Agent', `AmazonAPIGateway_${view.apiId}`],
    ['X-Amz-Security-Token', '*'.repeat(TOKEN_LENGTH)],
  ]
  const address = path ?? `/2015-03-31/functions/${named}/invocations`
  return { uri: `https://lambda.${design.region}.amazonaws.com${address}`, headers, body, answer: null }
}

/** The call of an integration's function, with what the request template or the proxy's event says. */
export function integrationRequest(call: Call, body: string): EndpointExchange {
  const { compiled, stage } = call.route
  const { uri, handler, credentials } = compiled.method.integration!
  const source = credentials === undefined ? `${stage.view.stage}/${compiled.verb}${compiled.path}` : null
  return lambdaRequest(call, { uri, handler, source }, body)
}

/** The call of an authorizer's function. */
export function authorizerRequest(call: Call, event: unknown): EndpointExchange {
  const { id, settings } = call.route.authorizer!
  const { authorizerUri, authorizerCredentials, handler } = settings
  const source = authorizerCredentials === undefined ? `authorizers/${id}` : null
  return lambdaRequest(call, { uri: authorizerUri, handler, source }, JSON.stringify(event))
}

/** What the function's service says of a call that has ended. Source: rest-api.md 12.3, recorded. */
export function lambdaAnswer({ message }: Call, outcome: HandlerAnswer): EndpointAnswer {
  const isFailed = outcome.kind === 'failed'
  const body = isFailed ? errorPayload(outcome.error) : JSON.stringify(outcome.result ?? null)
  const headers: HeaderList = [
    ['Date', new Date(message.receivedAt).toUTCString()],
    ['Content-Type', 'application/json'],
    ['Content-Length', String(Buffer.byteLength(body))],
    ['Connection', 'keep-alive'],
    ['x-amzn-RequestId', message.ids.requestId],
    ...(isFailed ? [['X-Amz-Function-Error', 'Unhandled'] as const] : []),
    ['x-amzn-Remapped-Content-Length', '0'],
    ['X-Amz-Executed-Version', '$LATEST'],
    ['X-Amzn-Trace-Id', message.ids.traceId],
  ]
  return { status: 200, headers, body, ...(isFailed && { functionError: outcome.error.errorMessage }) }
}
