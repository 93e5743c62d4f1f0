import { createHash } from 'node:crypto'
import { isMembers, mapMember, memberOf, type Members } from './members'
import type { FormParameters } from './protocols/form'
import { ServiceException } from './service-exception'

/** One attribute of a message of SQS or SNS. */
export interface MessageAttribute {
  /** "String", "Number", "Binary", with a label of one's own behind a dot. */
  readonly dataType: string
  /** Base64 for Binary. */
  readonly value: string
}

/** By name, in the order they were sent. */
export type MessageAttributes = ReadonlyMap<string, MessageAttribute>

/** `{ "requestId": { "DataType": "String", "StringValue": "..." } }`. Throws for one that the service would refuse. */
export function attributesOfJson(input: Members): MessageAttributes {
  const attributes = new Map<string, MessageAttribute>()
  for (const [name, value] of Object.entries(mapMember(input, 'MessageAttributes') ?? {})) {
    const members = isMembers(value) ? value : {}
    attributes.set(
      name,
      checked(name, (member) => memberOf(members, member)),
    )
  }
  return bounded(attributes)
}

/** `{prefix}.1.Name=...&{prefix}.1.Value.DataType=String&...`. Throws as above. */
export function attributesOfForm(parameters: FormParameters, prefix: string): MessageAttributes {
  const attributes = new Map<string, MessageAttribute>()
  for (let at = 1; parameters.has(`${prefix}.${at}.Name`); at++) {
    const name = parameters.get(`${prefix}.${at}.Name`)!
    attributes.set(
      name,
      checked(name, (member) => parameters.get(`${prefix}.${at}.Value.${member}`)),
    )
  }
  return bounded(attributes)
}

/** Source: SQS Developer Guide, "Amazon SQS message metadata": ten at most. */
const MOST_ATTRIBUTES = 10

function bounded(attributes: MessageAttributes): MessageAttributes {
  if (attributes.size <= MOST_ATTRIBUTES) return attributes
  const message = `Number of message attributes [${attributes.size}] exceeds the allowed maximum [${MOST_ATTRIBUTES}].`
  throw new ServiceException('InvalidParameterValue', message)
}

function checked(name: string, member: (name: string) => unknown): MessageAttribute {
  const dataType = member('DataType')
  if (typeof dataType !== 'string' || !/^(?:String|Number|Binary)(?:\.|$)/.test(dataType)) {
    const message = `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`
    throw new ServiceException('InvalidParameterValue', message)
  }
  const value = member(dataType.startsWith('Binary') ? 'BinaryValue' : 'StringValue')
  if (typeof value === 'string' && value !== '') return { dataType, value }
  const message = `The message attribute '${name}' must contain a non-empty message attribute value for message attribute type '${dataType}'.`
  throw new ServiceException('InvalidParameterValue', message)
}

/**
 * The digest that SQS gives for them. Null without any.
 * Source: SQS Developer Guide, "Calculating the MD5 message digest for message attributes".
 */
export function attributesDigest(attributes: MessageAttributes): string | null {
  if (attributes.size === 0) return null
  const hash = createHash('md5')
  const part = (bytes: Buffer): void => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    hash.update(length).update(bytes)
  }
  const byName = [...attributes].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  for (const [name, { dataType, value }] of byName) {
    const isBinary = dataType.startsWith('Binary')
    part(Buffer.from(name))
    part(Buffer.from(dataType))
    hash.update(Buffer.from([isBinary ? 2 : 1]))
    part(Buffer.from(value, isBinary ? 'base64' : 'utf8'))
  }
  return hash.digest('hex')
}

/** Bytes that count towards a message's size. */
export function attributesSize(attributes: MessageAttributes): number {
  return [...attributes].reduce(
    (sum, [name, { dataType, value }]) =>
      sum + Buffer.byteLength(name) + Buffer.byteLength(dataType) + Buffer.byteLength(value),
    0,
  )
}
