import { headerValue } from '../../../engine/mapping/header-list'
import type { ServiceRequest } from '../../../engine/mapping/service-request'
import type { LocalService, ServiceAnswer, ServiceContext } from '../local-service'
import { isMembers } from '../members'
import { formParameters, unreadFormHint } from '../protocols/form'
import { actionOf } from '../protocols/json-protocol'
import { noOperation, queryAnswer, queryError } from '../protocols/query-answer'
import { ServiceException } from '../service-exception'
import { Queue } from './queue'
import { formInput, jsonInput, queueOf } from './sqs-input'
import { SQS_OPERATIONS, type SqsOperation } from './sqs-operations'

const NAMESPACE = 'http://queue.amazonaws.com/doc/2012-11-05/'
const TARGET_PREFIX = 'AmazonSQS.'
/** Queues that are kept at most, so that names made up by callers cannot fill the memory. */
const MOST_QUEUES = 500

/** SQS in memory, by the query protocol and by the JSON protocol. Every queue exists: it is made when it is first spoken of. */
export function createSqs(): LocalService {
  const queues = new Map<string, Queue>()

  function queueNamed(name: string, at: number): Queue {
    const known = queues.get(name)
    if (known !== undefined) return known
    if (queues.size >= MOST_QUEUES) {
      throw new ServiceException('OverLimit', `The local SQS keeps ${MOST_QUEUES} queues at most.`, { status: 403 })
    }
    const queue = new Queue(name, at)
    queues.set(name, queue)
    return queue
  }

  return {
    refuse,
    async answer(request, context) {
      try {
        return isJson(request) ? answerJson(request, context, queueNamed) : answerQuery(request, context, queueNamed)
      } catch (error) {
        if (error instanceof ServiceException) return refuse(request, context, error)
        throw error
      }
    },
  }
}

type Queues = (name: string, at: number) => Queue

function isJson({ headers }: ServiceRequest): boolean {
  return headerValue(headers, 'X-Amz-Target')?.startsWith(TARGET_PREFIX) === true
}

function answerJson(request: ServiceRequest, context: ServiceContext, queueNamed: Queues): ServiceAnswer {
  const action = actionOf(request)!
  const operation = operationOf(action)
  const body = parsed(request)
  if (!isMembers(body)) throw new ServiceException('SerializationException', 'The body is no JSON object.')
  const input = jsonInput(body)
  const queue = queueNamed(input.queue, context.at)
  const { output, query: _query, ...record } = operation(queue, input, { ...context, region: request.region })
  return { ...json(context, 200, output), ...record, action, resource: queue.name }
}

function answerQuery(request: ServiceRequest, context: ServiceContext, queueNamed: Queues): ServiceAnswer {
  const parameters = formParameters(request)
  const action = parameters.get('Action')
  const hint = unreadFormHint(request)
  const unread = hint === undefined ? {} : { hint }
  if (action === undefined) {
    const summary = 'no Action in the request'
    return { ...noOperation(context), resource: queueOf(request, null), action: '', summary, ...unread }
  }
  const operation = operationOf(action)
  const input = formInput(request, parameters)
  const queue = queueNamed(input.queue, context.at)
  try {
    const { output: _output, query, ...record } = operation(queue, input, { ...context, region: request.region })
    return { ...queryAnswer(request, context, NAMESPACE, action, query), ...record, action, resource: queue.name }
  } catch (error) {
    if (error instanceof ServiceException) return { ...refuse(request, context, error), ...unread }
    throw error
  }
}

function operationOf(action: string): SqsOperation {
  const operation = SQS_OPERATIONS.get(action)
  if (operation !== undefined) return operation
  const supported = [...SQS_OPERATIONS.keys()].join(', ')
  const message = `The action ${action.slice(0, 100)} is not valid for this endpoint.`
  const hint = `${action.slice(0, 100)} is not supported by the local SQS, which runs ${supported}`
  throw new ServiceException('InvalidAction', message, { hint })
}

function refuse(request: ServiceRequest, context: ServiceContext, exception: ServiceException): ServiceAnswer {
  const { code, message, status, hint } = exception
  const isJsonProtocol = isJson(request)
  const action = isJsonProtocol ? actionOf(request) : formParameters(request).get('Action')
  const written = isJsonProtocol ? jsonError(context, exception) : queryError(request, context, NAMESPACE, exception)
  return {
    ...written,
    status,
    resource: queueOf(request, isJsonProtocol ? parsed(request) : formUrl(request)),
    action: action ?? '',
    summary: `${code}: ${message}`,
    errorCode: code,
    ...(hint !== undefined && { hint }),
  }
}

function formUrl(request: ServiceRequest): { readonly QueueUrl: string | undefined } {
  return { QueueUrl: formParameters(request).get('QueueUrl') }
}

/** The code of the query protocol goes along in a header. */
function jsonError(context: ServiceContext, { code, message, status }: ServiceException) {
  const type = code === 'SerializationException' ? 'com.amazon.coral.service' : 'com.amazonaws.sqs'
  const answer = json(context, status, { __type: `${type}#${JSON_NAMES.get(code) ?? code}`, message })
  const fault = status < 500 ? 'Sender' : 'Receiver'
  return { ...answer, headers: [...answer.headers, ['x-amzn-query-error', `${code};${fault}`] as const] }
}

/** What the JSON protocol calls the codes of the query protocol. */
const JSON_NAMES: ReadonlyMap<string, string> = new Map([
  ['MissingParameter', 'MissingRequiredParameterException'],
  ['InvalidParameterValue', 'InvalidParameterValueException'],
  ['AccessDenied', 'AccessDeniedException'],
  ['InvalidAction', 'UnsupportedOperation'],
])

function json({ requestId }: ServiceContext, status: number, output: object | null) {
  const headers = [
    ['x-amzn-RequestId', requestId],
    ['Content-Type', 'application/x-amz-json-1.0'],
  ] as const
  return { status, headers, body: Buffer.from(output === null ? '' : JSON.stringify(output), 'utf8') }
}

function parsed({ body }: ServiceRequest): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8')) as unknown
  } catch {
    return undefined
  }
}
