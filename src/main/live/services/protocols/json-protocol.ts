import { headerValue } from '../../../engine/mapping/header-list'
import type { ServiceRequest } from '../../../engine/mapping/service-request'
import type { LocalService, ServiceAnswer, ServiceContext } from '../local-service'
import { isMembers, type Members } from '../members'
import { ServiceException } from '../service-exception'

/** What an operation came to. */
export interface OperationResult {
  readonly output: Members | null
  readonly resource: string
  readonly summary: string
  readonly recorded?: string
  readonly hint?: string
}

/** One operation of a service. Throws `ServiceException` for what it refuses. */
export type Operation = (
  input: Members,
  context: ServiceContext & { readonly region: string },
) => OperationResult | Promise<OperationResult>

/** A service whose requests are JSON, named by `X-Amz-Target`. */
export interface JsonServiceOptions {
  /** "DynamoDB_20120810". */
  readonly targetPrefix: string
  /** "1.0" or "1.1", of the answers' content type. */
  readonly version: '1.0' | '1.1'
  /** The whole name of an exception: "ValidationException" -> "com.amazon.coral.validate#ValidationException". */
  readonly typeOf?: (code: string) => string
  readonly operations: ReadonlyMap<string, Operation>
  /** What the service answers to an operation that is not among them. */
  readonly unsupported: (action: string, supported: string) => ServiceException
  /** The thing that a request is about, as far as that can be said of one that was refused. */
  readonly resourceOf: (input: Members) => string
}

/** The protocol of DynamoDB, Kinesis, EventBridge and Step Functions. Source: Smithy, "AWS JSON 1.0 protocol" and "1.1". */
export function jsonService(options: JsonServiceOptions): LocalService {
  function refuse(request: ServiceRequest, context: ServiceContext, exception: ServiceException): ServiceAnswer {
    const { code, message, status, hint, members } = exception
    const type = options.typeOf?.(code) ?? code
    return {
      ...written(options, context, status, { __type: type, ...(message !== '' && { message }), ...members }),
      resource: options.resourceOf(inputOrNothing(request)),
      action: actionOf(request) ?? '',
      summary: message === '' ? code : `${code}: ${message}`,
      errorCode: code,
      ...(hint !== undefined && { hint }),
    }
  }
  return {
    refuse,
    async answer(request, context) {
      try {
        const action = knownAction(options, request)
        const input = inputOf(request)
        const result = await options.operations.get(action)!(input, { ...context, region: request.region })
        const { output, ...record } = result
        return { ...written(options, context, 200, output), ...record, action }
      } catch (error) {
        if (error instanceof ServiceException) return refuse(request, context, error)
        throw error
      }
    },
  }
}

/** "DynamoDB_20120810.PutItem" -> "PutItem". */
export function actionOf({ headers }: Pick<ServiceRequest, 'headers'>): string | undefined {
  return headerValue(headers, 'X-Amz-Target')?.split('.').at(-1)
}

function knownAction({ targetPrefix, operations, unsupported }: JsonServiceOptions, request: ServiceRequest): string {
  const target = headerValue(request.headers, 'X-Amz-Target')
  if (request.method !== 'POST') {
    const hint = `${targetPrefix} answers POST only; set the httpMethod of the integration to POST`
    throw new ServiceException('UnknownOperationException', '', { hint })
  }
  const action = actionOf(request)
  if (action === undefined || !target!.startsWith(`${targetPrefix}.`)) {
    const example = `'${targetPrefix}.${[...operations.keys()][0]}'`
    const hint = `the request has no X-Amz-Target of this service; map integration.request.header.X-Amz-Target to "${example}"`
    throw new ServiceException('UnknownOperationException', '', { hint })
  }
  if (!operations.has(action)) throw unsupported(action, [...operations.keys()].join(', '))
  return action
}

function inputOf({ body }: ServiceRequest): Members {
  const input = parsed(body)
  if (isMembers(input)) return input
  throw new ServiceException('SerializationException', '', { hint: 'the body is no JSON object' })
}

function inputOrNothing({ body }: ServiceRequest): Members {
  const input = parsed(body)
  return isMembers(input) ? input : {}
}

/** Undefined: the body is no JSON. */
function parsed(body: Uint8Array): unknown {
  const text = Buffer.from(body).toString('utf8')
  try {
    return JSON.parse(text === '' ? '{}' : text) as unknown
  } catch {
    return undefined
  }
}

function written(
  { version }: JsonServiceOptions,
  { requestId }: ServiceContext,
  status: number,
  output: Members | null,
): Pick<ServiceAnswer, 'status' | 'headers' | 'body'> {
  return {
    status,
    headers: [
      ['x-amzn-RequestId', requestId],
      ['Content-Type', `application/x-amz-json-${version}`],
    ],
    body: Buffer.from(output === null ? '' : JSON.stringify(output), 'utf8'),
  }
}
