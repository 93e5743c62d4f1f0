import type { ServiceRequest } from '../../../engine/mapping/service-request'
import { isMembers, listMember, memberOf, textMember, type Members } from '../members'
import { attributesOfForm, attributesOfJson, type MessageAttributes } from '../message-attributes'
import type { FormParameters } from '../protocols/form'
import { ServiceException } from '../service-exception'

/** The members of an operation of SQS, whichever protocol they came by. */
export interface SqsInput {
  /** Name at the end of the queue's URL. */
  readonly queue: string
  text(name: string): string | undefined
  /** Throws for what is no whole number within the bounds. */
  whole(name: string, min: number, max: number): number | undefined
  /** Of these names the first that is there: a list of the JSON protocol, or `Name.1`, `Name.2` of a form. */
  list(names: readonly { readonly json: string; readonly form: string }[]): readonly string[]
  attributes(): MessageAttributes
}

/** The JSON protocol names the queue in its body only. */
export function jsonInput(input: Members): SqsInput {
  const url = textMember(input, 'QueueUrl')
  if (url === undefined) {
    const hint = 'by the JSON protocol the template must write "QueueUrl", whatever the path of the URI is'
    throw new ServiceException('MissingParameter', 'The request must contain the parameter QueueUrl.', { hint })
  }
  return {
    queue: queueName(url),
    text: (name) => textMember(input, name),
    whole: (name, min, max) => bounded(name, memberOf(input, name), min, max),
    list: (names) => {
      const found = names.map(({ json }) => listMember(input, json)).find((list) => list !== undefined)
      return (found ?? []).filter((value) => typeof value === 'string')
    },
    attributes: () => attributesOfJson(input),
  }
}

/** The query protocol names it by the path of the URI, or by the parameter `QueueUrl`. */
export function formInput(request: ServiceRequest, parameters: FormParameters): SqsInput {
  const url = parameters.get('QueueUrl') ?? request.path
  return {
    queue: queueName(url),
    text: (name) => parameters.get(name),
    whole: (name, min, max) => bounded(name, parameters.get(name), min, max),
    list: (names) => {
      const values = names.map(({ form }) => numbered(parameters, form)).find((found) => found.length > 0)
      return values ?? []
    },
    attributes: () => attributesOfForm(parameters, 'MessageAttribute'),
  }
}

/** The queue that a request speaks of, as far as it can be told. */
export function queueOf(request: ServiceRequest, input: unknown): string {
  const url = isMembers(input) ? memberOf(input, 'QueueUrl') : undefined
  const path = typeof url === 'string' ? url : request.path
  return QUEUE.exec(path)?.[1] ?? ''
}

const QUEUE = /\/\d{1,12}\/([A-Za-z0-9_-]{1,75}(?:\.fifo)?)\/?$/

/** "https://sqs.us-east-1.amazonaws.com/123456789012/orders" -> "orders". */
function queueName(url: string): string {
  const [, name] = QUEUE.exec(url) ?? []
  if (name !== undefined) return name
  const hint = `"${url.slice(0, 200)}" ends with no {account}/{queue}`
  throw new ServiceException('InvalidAddress', `The address ${url.slice(0, 200)} is not valid for this endpoint.`, {
    status: 404,
    hint,
  })
}

function bounded(name: string, value: unknown, min: number, max: number): number | undefined {
  if (value === undefined) return undefined
  const number = typeof value === 'string' && /^-?\d{1,9}$/.test(value.trim()) ? Number(value) : value
  if (typeof number === 'number' && Number.isInteger(number) && number >= min && number <= max) return number
  const message = `Value ${String(value).slice(0, 50)} for parameter ${name} is invalid. Reason: Must be between ${min} and ${max}, if provided.`
  throw new ServiceException('InvalidParameterValue', message)
}

/** `AttributeName.1=All&AttributeName.2=...`, or one without a number. */
function numbered(parameters: FormParameters, name: string): string[] {
  const values = parameters.has(name) ? [parameters.get(name)!] : []
  for (let at = 1; parameters.has(`${name}.${at}`); at++) values.push(parameters.get(`${name}.${at}`)!)
  return values
}
