import { createHash } from 'node:crypto'
import type { ServiceContext } from '../local-service'
import type { Members } from '../members'
import { attributesDigest, attributesSize, type MessageAttributes } from '../message-attributes'
import type { QueryOutput } from '../protocols/query-answer'
import { optionalXml, xmlElement } from '../protocols/xml'
import { randomUuid } from '../random'
import { ServiceException } from '../service-exception'
import type { Queue, QueuedMessage } from './queue'
import type { SqsInput } from './sqs-input'

/** What an operation came to, in each of the three forms of an answer. */
export interface SqsResult {
  /** Of the JSON protocol. */
  readonly output: Members | null
  /** Of the query protocol. */
  readonly query: QueryOutput
  readonly summary: string
  readonly recorded?: string
  readonly hint?: string
}

/** Region and account, for ARNs. */
export type SqsContext = ServiceContext & { readonly region: string }

export type SqsOperation = (queue: Queue, input: SqsInput, context: SqsContext) => SqsResult

/** Bytes of a message with its attributes. Source: Amazon SQS quotas, "Message size": 1 MiB. */
const MOST_BYTES = 1_048_576
/** Seconds. Source: SQS API Reference, SetQueueAttributes: defaults. */
const VISIBILITY_TIMEOUT = 30
const RETENTION_PERIOD = 345_600

/** By the name of the action. Source: SQS API Reference. */
export const SQS_OPERATIONS: ReadonlyMap<string, SqsOperation> = new Map<string, SqsOperation>([
  ['SendMessage', sendMessage],
  ['ReceiveMessage', receiveMessage],
  ['DeleteMessage', deleteMessage],
  ['PurgeQueue', purgeQueue],
  ['GetQueueAttributes', getQueueAttributes],
])

function sendMessage(queue: Queue, input: SqsInput, context: SqsContext): SqsResult {
  const body = input.text('MessageBody')
  if (body === undefined || body === '') throw missing('MessageBody')
  const attributes = input.attributes()
  if (Buffer.byteLength(body) + attributesSize(attributes) > MOST_BYTES) {
    throw invalid(`One or more parameters are invalid. Reason: Message must be shorter than ${MOST_BYTES} bytes.`)
  }
  const deduplicationId = deduplicationOf(queue, input, body)
  const duplicate = deduplicationId === null ? undefined : queue.duplicateOf(deduplicationId, context.at)
  if (duplicate !== undefined) return sent(duplicate, 'a duplicate, which was not put in again')
  const delay = (input.whole('DelaySeconds', 0, 900) ?? 0) * 1000
  const message: QueuedMessage = {
    id: randomUuid(context.random),
    body,
    md5: createHash('md5').update(body).digest('hex'),
    attributes,
    sentAt: context.at,
    groupId: queue.isFifo ? groupOf(input) : (input.text('MessageGroupId') ?? null),
    deduplicationId,
    sequenceNumber: queue.isFifo ? queue.nextSequenceNumber() : null,
    visibleAt: context.at + delay,
    delayedUntil: context.at + delay,
    receiveCount: 0,
    firstReceivedAt: null,
    receiptHandle: null,
  }
  const dropped = queue.put(message)
  const result = sent(message, '')
  return dropped === 0
    ? result
    : { ...result, hint: `queue ${queue.name} is full here: its oldest messages were dropped` }
}

function sent(message: QueuedMessage, remark: string): SqsResult {
  const digest = attributesDigest(message.attributes)
  const json = {
    MD5OfMessageAttributes: digest,
    MD5OfMessageBody: message.md5,
    MD5OfMessageSystemAttributes: null,
    MessageId: message.id,
    SequenceNumber: message.sequenceNumber,
  }
  const xml = [
    ...optionalXml('SequenceNumber', message.sequenceNumber),
    xmlElement('MessageId', message.id),
    ...optionalXml('MD5OfMessageAttributes', digest),
    xmlElement('MD5OfMessageBody', message.md5),
  ]
  const summary = `message ${message.id}${remark === '' ? '' : `, ${remark}`}`
  return { output: present(json), query: { json, xml }, summary, recorded: message.body }
}

/** The queues here deduplicate by content, as if that were switched on. */
function deduplicationOf(queue: Queue, input: SqsInput, body: string): string | null {
  if (!queue.isFifo) return null
  return input.text('MessageDeduplicationId') ?? createHash('sha256').update(body).digest('hex')
}

function groupOf(input: SqsInput): string {
  const group = input.text('MessageGroupId')
  if (group === undefined || group === '') throw missing('MessageGroupId')
  return group
}

const SYSTEM_NAMES = [
  { json: 'MessageSystemAttributeNames', form: 'MessageSystemAttributeName' },
  { json: 'AttributeNames', form: 'AttributeName' },
]

/** Answers at once: `WaitTimeSeconds` is read, but nobody waits for messages that may come. */
function receiveMessage(queue: Queue, input: SqsInput, context: SqsContext): SqsResult {
  const most = input.whole('MaxNumberOfMessages', 1, 10) ?? 1
  const visibility = input.whole('VisibilityTimeout', 0, 43_200) ?? VISIBILITY_TIMEOUT
  input.whole('WaitTimeSeconds', 0, 20)
  const systemNames = input.list(SYSTEM_NAMES)
  const wanted = input.list([{ json: 'MessageAttributeNames', form: 'MessageAttributeName' }])
  const newHandle = (): string => Buffer.from(context.random(48)).toString('base64')
  const messages = queue.receive(most, visibility * 1000, context.at, newHandle).map((message) => ({
    message,
    system: systemAttributes(message, systemNames, context),
    attributes: chosen(message.attributes, wanted),
  }))
  const json = messages.length === 0 ? null : messages.map((one) => queryMessage(one))
  return {
    output: { Messages: messages.map((one) => jsonMessage(one)) },
    query: { json: { messages: json }, xml: messages.map((one) => xmlMessage(one)) },
    summary: messages.length === 1 ? `message ${messages[0]!.message.id}` : `${messages.length} messages`,
  }
}

interface Received {
  readonly message: QueuedMessage
  readonly system: ReadonlyMap<string, string>
  readonly attributes: MessageAttributes
}

function jsonMessage({ message, system, attributes }: Received): Members {
  return {
    MessageId: message.id,
    ReceiptHandle: message.receiptHandle,
    MD5OfBody: message.md5,
    Body: message.body,
    ...(system.size > 0 && { Attributes: Object.fromEntries(system) }),
    ...(attributes.size > 0 && {
      MD5OfMessageAttributes: attributesDigest(attributes),
      MessageAttributes: Object.fromEntries([...attributes].map(([name, one]) => [name, present(valueOf(one))])),
    }),
  }
}

function queryMessage({ message, system, attributes }: Received): Members {
  const pairs = (list: Iterable<readonly [string, unknown]>): unknown[] | null => {
    const all = [...list].map(([Name, Value]) => ({ Name, Value }))
    return all.length === 0 ? null : all
  }
  return {
    Attributes: pairs(system),
    Body: message.body,
    MD5OfBody: message.md5,
    MD5OfMessageAttributes: attributesDigest(attributes),
    MessageAttributes: pairs([...attributes].map(([name, one]) => [name, valueOf(one)] as const)),
    MessageId: message.id,
    ReceiptHandle: message.receiptHandle,
  }
}

function xmlMessage({ message, system, attributes }: Received): string {
  const pair = (element: string, name: string, value: string | readonly string[]): string =>
    xmlElement(element, [xmlElement('Name', name), xmlElement('Value', value)])
  return xmlElement('Message', [
    xmlElement('MessageId', message.id),
    xmlElement('ReceiptHandle', message.receiptHandle ?? ''),
    xmlElement('MD5OfBody', message.md5),
    ...optionalXml('MD5OfMessageAttributes', attributesDigest(attributes)),
    xmlElement('Body', message.body),
    ...[...system].map(([name, value]) => pair('Attribute', name, value)),
    ...[...attributes].map(([name, { dataType, value }]) => {
      const kind = dataType.startsWith('Binary') ? 'BinaryValue' : 'StringValue'
      return pair('MessageAttribute', name, [xmlElement(kind, value), xmlElement('DataType', dataType)])
    }),
  ])
}

function valueOf({ dataType, value }: { readonly dataType: string; readonly value: string }): Members {
  const isBinary = dataType.startsWith('Binary')
  return { BinaryValue: isBinary ? value : null, DataType: dataType, StringValue: isBinary ? null : value }
}

/** "All", a name, or a prefix as in "order.*". */
function chosen(attributes: MessageAttributes, wanted: readonly string[]): MessageAttributes {
  const isWanted = (name: string): boolean =>
    wanted.some((one) => one === 'All' || one === name || (one.endsWith('.*') && name.startsWith(one.slice(0, -1))))
  return new Map([...attributes].filter(([name]) => isWanted(name)))
}

function systemAttributes(message: QueuedMessage, names: readonly string[], context: SqsContext): Map<string, string> {
  const all: (readonly [string, string | null])[] = [
    ['SenderId', context.accountId],
    ['ApproximateFirstReceiveTimestamp', String(message.firstReceivedAt)],
    ['ApproximateReceiveCount', String(message.receiveCount)],
    ['SentTimestamp', String(message.sentAt)],
    ['SequenceNumber', message.sequenceNumber],
    ['MessageDeduplicationId', message.deduplicationId],
    ['MessageGroupId', message.groupId],
  ]
  return new Map(
    all.flatMap(([name, value]) =>
      value !== null && (names.includes('All') || names.includes(name)) ? [[name, value] as const] : [],
    ),
  )
}

function deleteMessage(queue: Queue, input: SqsInput): SqsResult {
  const handle = input.text('ReceiptHandle')
  if (handle === undefined || handle === '') throw missing('ReceiptHandle')
  const summary = queue.delete(handle) ? 'deleted' : 'no message has this receipt handle now'
  return { output: null, query: { json: null, xml: [] }, summary }
}

function purgeQueue(queue: Queue): SqsResult {
  const purged = queue.purge()
  return { output: null, query: { json: null, xml: [] }, summary: `${purged} messages deleted` }
}

function getQueueAttributes(queue: Queue, input: SqsInput, context: SqsContext): SqsResult {
  const names = input.list([{ json: 'AttributeNames', form: 'AttributeName' }])
  const all = queueAttributes(queue, context)
  const unknown = names.find((name) => name !== 'All' && !KNOWN_ATTRIBUTES.has(name))
  if (unknown !== undefined) throw new ServiceException('InvalidAttributeName', `Unknown Attribute ${unknown}.`)
  const wanted = [...all].filter(([name]) => names.includes('All') || names.includes(name))
  const pairs = wanted.map(([Name, Value]) => ({ Name, Value }))
  return {
    output: wanted.length === 0 ? {} : { Attributes: Object.fromEntries(wanted) },
    query: {
      json: { Attributes: pairs.length === 0 ? null : pairs },
      xml: wanted.map(([name, value]) =>
        xmlElement('Attribute', [xmlElement('Name', name), xmlElement('Value', value)]),
      ),
    },
    summary: `${all.get('ApproximateNumberOfMessages')} messages`,
  }
}

function queueAttributes(queue: Queue, { at, region, accountId }: SqsContext): Map<string, string> {
  const { visible, inFlight, delayed } = queue.counts(at)
  const created = String(Math.floor(queue.createdAt / 1000))
  return new Map([
    ['QueueArn', `arn:aws:sqs:${region}:${accountId}:${queue.name}`],
    ['ApproximateNumberOfMessages', String(visible)],
    ['ApproximateNumberOfMessagesNotVisible', String(inFlight)],
    ['ApproximateNumberOfMessagesDelayed', String(delayed)],
    ['CreatedTimestamp', created],
    ['LastModifiedTimestamp', created],
    ['VisibilityTimeout', String(VISIBILITY_TIMEOUT)],
    ['MaximumMessageSize', String(MOST_BYTES)],
    ['MessageRetentionPeriod', String(RETENTION_PERIOD)],
    ['DelaySeconds', '0'],
    ['ReceiveMessageWaitTimeSeconds', '0'],
    ['SqsManagedSseEnabled', 'true'],
    ...(queue.isFifo
      ? ([
          ['FifoQueue', 'true'],
          ['ContentBasedDeduplication', 'true'],
          ['DeduplicationScope', 'queue'],
          ['FifoThroughputLimit', 'perQueue'],
        ] as const)
      : []),
  ])
}

/** Names that may be asked for; those that a queue here has no value of are left out, as AWS does. */
const KNOWN_ATTRIBUTES: ReadonlySet<string> = new Set([
  'QueueArn',
  'ApproximateNumberOfMessages',
  'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesDelayed',
  'CreatedTimestamp',
  'LastModifiedTimestamp',
  'VisibilityTimeout',
  'MaximumMessageSize',
  'MessageRetentionPeriod',
  'DelaySeconds',
  'ReceiveMessageWaitTimeSeconds',
  'SqsManagedSseEnabled',
  'FifoQueue',
  'ContentBasedDeduplication',
  'DeduplicationScope',
  'FifoThroughputLimit',
  'Policy',
  'RedrivePolicy',
  'RedriveAllowPolicy',
  'KmsMasterKeyId',
  'KmsDataKeyReusePeriodSeconds',
])

function present(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null))
}

function missing(name: string): ServiceException {
  return new ServiceException('MissingParameter', `The request must contain the parameter ${name}.`)
}

function invalid(message: string): ServiceException {
  return new ServiceException('InvalidParameterValue', message)
}
