import type { IncomingMessage, ServerResponse } from 'node:http'
import { LOCAL_SERVICES } from '@shared/contract/services'
import type { Design } from '@shared/design/design'
import { functionBinding } from '../functions/function-binding'
import type { HandlerPool, InvocationResult } from '../functions/handler-pool'
import { listen } from '../listener'
import { readBody } from '../request/read-body'
import type { ServiceContext } from './local-service'
import type { LocalServices } from './local-services'
import { randomUuid } from './random'
import { wireRequest } from './wire-request'

/** Only programs of this computer reach it. */
const ADDRESS = '127.0.0.1'
/** Milliseconds that a function has which plays a state machine. */
const FUNCTION_LIMIT = 900_000

export interface ServiceServerOptions {
  readonly services: LocalServices
  readonly design: () => Design
  readonly pool: HandlerPool
  /** Milliseconds since 1970. */
  readonly wall: () => number
  readonly log: (line: string) => void
}

/** The stand-ins for AWS services, as the SDKs of handlers reach them. */
export interface ServiceServer {
  readonly address: string
  readonly port: number
  close(): Promise<void>
}

interface Answer {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Uint8Array
}

/** Answers what SDKs send to AWS services by the stand-ins that direct integrations use: one table for both. */
export async function startServiceServer(options: ServiceServerOptions): Promise<ServiceServer> {
  const listener = await listen(ADDRESS, 0, (request, response) => {
    void answerTo(options, request).then(
      (answer) => send(response, request, answer),
      (error: unknown) => {
        options.log(`A local AWS service failed: ${String(error)}`)
        send(response, request, refusal(500, 'InternalFailure', 'The stand-in for the service failed.'))
      },
    )
  })
  return { address: ADDRESS, port: listener.port, close: () => listener.close() }
}

async function answerTo(options: ServiceServerOptions, message: IncomingMessage): Promise<Answer> {
  const reading = await readBody(message)
  if (reading.kind !== 'read') return refusal(413, 'RequestTooLarge', 'The request is larger than 10 MB.')
  const request = wireRequest(message, reading.body)
  if (request === null) return refusal(403, 'MissingAuthenticationToken', 'The request is not signed.')
  const name = LOCAL_SERVICES.find((one) => one === request.service)
  if (name === undefined) {
    const known = LOCAL_SERVICES.join(', ')
    return refusal(501, 'NotImplemented', `The service "${request.service}" has no stand-in here, as ${known} have.`)
  }
  const { byName, records } = options.services
  const context = contextOf(options)
  const answer = await byName[name].answer(request, context)
  const { resource, action, summary, recorded } = answer
  const body = recorded ?? Buffer.from(request.body).toString('utf8')
  records.add({ service: name, resource, action, at: context.at, requestId: context.requestId, summary, body })
  return answer
}

function contextOf({ services, design, pool, wall, log }: ServiceServerOptions): ServiceContext {
  const { random } = services
  const current = design()
  const requestId = randomUuid(random)
  const run = async (name: string, event: unknown): Promise<InvocationResult> => {
    const uri = `arn:aws:lambda:${current.region}:${current.accountId}:function:${name}`
    const binding = functionBinding(current, uri, undefined)
    const result: InvocationResult =
      binding === undefined
        ? { kind: 'refused', problem: `function "${name}" has no handler here` }
        : await pool.invoke({ binding, event, requestId, callerLimit: FUNCTION_LIMIT }, new AbortController().signal)
    if (result.kind === 'refused') log(result.problem)
    return result
  }
  return {
    accountId: current.accountId,
    requestId,
    at: wall(),
    random,
    hasFunction: (name) => Object.hasOwn(current.functions, name) && current.functions[name]!.handler !== undefined,
    runFunction: run,
  }
}

/** In the shape that SDKs of all protocols read an error's code and message from. */
function refusal(status: number, code: string, message: string): Answer {
  return {
    status,
    headers: [
      ['Content-Type', 'application/json'],
      ['x-amzn-ErrorType', code],
    ],
    body: Buffer.from(JSON.stringify({ __type: code, message })),
  }
}

function send(response: ServerResponse, { method }: IncomingMessage, { status, headers, body }: Answer): void {
  const own = headers.filter(([name]) => name.toLowerCase() !== 'content-length')
  response.writeHead(status, [...own, ['Content-Length', String(body.length)] as const].flat())
  response.end(method === 'HEAD' ? undefined : body)
}
