import type { ServiceRequest } from '../../../engine/mapping/service-request'
import type { LocalService, ServiceAnswer, ServiceContext } from '../local-service'
import { attributesOfForm, attributesSize } from '../message-attributes'
import { formParameters, unreadFormHint, type FormParameters } from '../protocols/form'
import { noOperation, queryAnswer, queryError } from '../protocols/query-answer'
import { optionalXml, xmlElement } from '../protocols/xml'
import { randomUuid } from '../random'
import { ServiceException } from '../service-exception'

const NAMESPACE = 'http://sns.amazonaws.com/doc/2010-03-31/'
/** Bytes. Source: Amazon SNS quotas, "Message size": 256 KiB. */
const MOST_BYTES = 262_144
/** Characters. Source: SNS API Reference, Publish. */
const LONGEST_SUBJECT = 100

/** SNS that records what is published; nobody is subscribed. Every topic exists. */
export function createSns(): LocalService {
  let published = 0
  return {
    refuse,
    async answer(request, context) {
      try {
        return answerQuery(request, context, published++)
      } catch (error) {
        if (error instanceof ServiceException) return refuse(request, context, error)
        throw error
      }
    },
  }
}

function answerQuery(request: ServiceRequest, context: ServiceContext, sequence: number): ServiceAnswer {
  const parameters = formParameters(request)
  const action = parameters.get('Action')
  if (action === undefined) {
    const hint = unreadFormHint(request)
    const record = { resource: '', action: '', summary: 'no Action in the request' }
    return { ...noOperation(context), ...record, ...(hint !== undefined && { hint }) }
  }
  if (action !== 'Publish') {
    const hint = `${action.slice(0, 100)} is not supported by the local SNS, which runs Publish`
    throw new ServiceException('InvalidAction', `Operation (${action.slice(0, 100)}) is not supported.`, { hint })
  }
  return publish(request, parameters, context, sequence)
}

function publish(
  request: ServiceRequest,
  parameters: FormParameters,
  context: ServiceContext,
  sequence: number,
): ServiceAnswer {
  const resource = resourceOf(parameters)
  if (resource === '') throw invalid('TopicArn or TargetArn Reason: no value for required parameter')
  const isFifo = resource.endsWith('.fifo')
  const message = parameters.get('Message') ?? ''
  if (message === '') throw invalid('Empty message')
  const attributes = attributesOfForm(parameters, 'MessageAttributes.entry')
  if (Buffer.byteLength(message) + attributesSize(attributes) > MOST_BYTES) throw invalid('Message too long')
  checkSubject(parameters.get('Subject'))
  if (parameters.get('MessageStructure') === 'json') checkStructure(message)
  if (isFifo && (parameters.get('MessageGroupId') ?? '') === '') {
    throw invalid('The MessageGroupId parameter is required for FIFO topics')
  }
  const id = randomUuid(context.random)
  const sequenceNumber = isFifo ? `1${String(sequence).padStart(19, '0')}` : null
  const output = {
    json: { MessageId: id, SequenceNumber: sequenceNumber },
    xml: [xmlElement('MessageId', id), ...optionalXml('SequenceNumber', sequenceNumber)],
  }
  const subject = parameters.get('Subject')
  return {
    ...queryAnswer(request, context, NAMESPACE, 'Publish', output),
    resource,
    action: 'Publish',
    summary: subject === undefined ? `message ${id}` : `message ${id}, "${subject}"`,
    recorded: message,
  }
}

function checkSubject(subject: string | undefined): void {
  if (subject === undefined || subject === '') return
  // Source: SNS API Reference, Publish: ASCII, no line breaks or control characters, not beginning with a blank.
  const isFit = subject.length <= LONGEST_SUBJECT && /^[\u0021-\u007e][\u0020-\u007e]*$/.test(subject)
  if (!isFit) throw invalid('Subject')
}

/** `MessageStructure=json`: texts by protocol, one of them the default. */
function checkStructure(message: string): void {
  let value: unknown
  try {
    value = JSON.parse(message)
  } catch {
    throw invalid('Message Structure - JSON message body failed to parse')
  }
  const isMap = typeof value === 'object' && value !== null && Object.hasOwn(value, 'default')
  if (!isMap) throw invalid('Message Structure - No default entry in JSON message body')
}

/** "arn:aws:sns:us-east-1:123456789012:order-events" -> "order-events"; a phone number as it is. */
function resourceOf(parameters: FormParameters): string {
  const arn = parameters.get('TopicArn') ?? parameters.get('TargetArn')
  if (arn === undefined || arn === '') return parameters.get('PhoneNumber') ?? ''
  const [, name] = /^arn:[\w-]+:sns:[\w-]+:\d+:([\w/.-]+)$/.exec(arn) ?? []
  if (name === undefined) throw invalid(`TopicArn Reason: ${arn.slice(0, 200)} is not the ARN of a topic`)
  return name
}

function refuse(request: ServiceRequest, context: ServiceContext, exception: ServiceException): ServiceAnswer {
  const { code, message } = exception
  const hint = exception.hint ?? unreadFormHint(request)
  const parameters = formParameters(request)
  return {
    ...queryError(request, context, NAMESPACE, exception),
    resource: (parameters.get('TopicArn') ?? parameters.get('TargetArn') ?? '').split(':').at(-1)!.slice(0, 256),
    action: parameters.get('Action') ?? '',
    summary: `${code}: ${message}`,
    errorCode: code,
    ...(hint !== undefined && { hint }),
  }
}

function invalid(what: string): ServiceException {
  return new ServiceException('InvalidParameter', `Invalid parameter: ${what}`)
}
