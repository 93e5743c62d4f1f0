import type { HeaderList } from '../mapping/header-list'
import type { ServiceRequest } from '../mapping/service-request'

/** One AWS service call that an HTTP API can make by `integrationSubtype`. */
interface ServiceOperation {
  /** As local stand-ins and hosts are called: "sqs". */
  readonly service: string
  readonly action: string
  readonly required: readonly string[]
  /** Beside `Region`, which all of them take. */
  readonly optional: readonly string[]
}

/** Source: API Gateway Developer Guide, "Integration subtype reference"; http-api.md 8.6. */
export const SERVICE_OPERATIONS: ReadonlyMap<string, ServiceOperation> = new Map([
  [
    'EventBridge-PutEvents',
    {
      service: 'events',
      action: 'PutEvents',
      required: ['Detail', 'DetailType', 'Source'],
      optional: ['Time', 'EventBusName', 'Resources', 'TraceHeader'],
    },
  ],
  [
    'SQS-SendMessage',
    {
      service: 'sqs',
      action: 'SendMessage',
      required: ['QueueUrl', 'MessageBody'],
      optional: [
        'DelaySeconds',
        'MessageAttributes',
        'MessageDeduplicationId',
        'MessageGroupId',
        'MessageSystemAttributes',
      ],
    },
  ],
  [
    'SQS-ReceiveMessage',
    {
      service: 'sqs',
      action: 'ReceiveMessage',
      required: ['QueueUrl'],
      optional: [
        'AttributeNames',
        'MaxNumberOfMessages',
        'MessageAttributeNames',
        'ReceiveRequestAttemptId',
        'VisibilityTimeout',
        'WaitTimeSeconds',
      ],
    },
  ],
  [
    'SQS-DeleteMessage',
    { service: 'sqs', action: 'DeleteMessage', required: ['QueueUrl', 'ReceiptHandle'], optional: [] },
  ],
  ['SQS-PurgeQueue', { service: 'sqs', action: 'PurgeQueue', required: ['QueueUrl'], optional: [] }],
  [
    'AppConfig-GetConfiguration',
    {
      service: 'appconfig',
      action: 'GetConfiguration',
      required: ['Application', 'Environment', 'Configuration', 'ClientId'],
      optional: ['ClientConfigurationVersion'],
    },
  ],
  [
    'Kinesis-PutRecord',
    {
      service: 'kinesis',
      action: 'PutRecord',
      required: ['StreamName', 'Data', 'PartitionKey'],
      optional: ['SequenceNumberForOrdering', 'ExplicitHashKey'],
    },
  ],
  [
    'StepFunctions-StartExecution',
    { service: 'states', action: 'StartExecution', required: ['StateMachineArn'], optional: ['Name', 'Input'] },
  ],
  [
    'StepFunctions-StartSyncExecution',
    {
      service: 'states',
      action: 'StartSyncExecution',
      required: ['StateMachineArn'],
      optional: ['Name', 'Input', 'TraceHeader'],
    },
  ],
  [
    'StepFunctions-StopExecution',
    { service: 'states', action: 'StopExecution', required: ['ExecutionArn'], optional: ['Cause', 'Error'] },
  ],
])

/** The parameters of a call by their names in the integration; values as their sources gave them. */
type Parameters = ReadonlyMap<string, string>

/**
 * The request to a service behind an integration subtype. `parameters` has those whose sources were found. A text says why there is none.
 * Source: API references of the services; http-api.md 8.6.
 */
export function firstClassRequest(
  subtype: string,
  parameters: Parameters,
  region: string,
  bytesOf: (text: string) => Uint8Array,
): ServiceRequest | string {
  const operation = SERVICE_OPERATIONS.get(subtype)
  if (operation === undefined) {
    return `HTTP APIs have no integration subtype "${subtype}", only ${[...SERVICE_OPERATIONS.keys()].join(', ')}`
  }
  const { action, service, required, optional } = operation
  const missing = required.filter((name) => !parameters.has(name))
  if (missing.length > 0) return `${subtype} needs ${missing.join(', ')} in requestParameters, and a value for each`
  const where = parameters.get('Region') ?? region
  const known = [...required, ...optional].flatMap((name): [string, string][] =>
    parameters.has(name) ? [[name, parameters.get(name)!]] : [],
  )
  const common = { region: where, service, subdomain: null, host: `${service}.${where}.amazonaws.com` }
  if (service === 'appconfig') return { ...common, ...configurationRequest(new Map(known)) }
  if (service === 'sqs') return { ...common, ...formRequest(action, known, bytesOf) }
  return { ...common, ...jsonRequest(service, action, new Map(known), bytesOf) }
}

type Sent = Pick<ServiceRequest, 'method' | 'path' | 'query' | 'headers' | 'body'>

const TARGETS: Readonly<Record<string, readonly [prefix: string, version: string]>> = {
  events: ['AWSEvents', '1.1'],
  kinesis: ['Kinesis_20131202', '1.1'],
  states: ['AWSStepFunctions', '1.0'],
}

function jsonRequest(
  service: string,
  action: string,
  parameters: Parameters,
  bytesOf: (text: string) => Uint8Array,
): Sent {
  const [prefix, version] = TARGETS[service]!
  const headers: HeaderList = [
    ['Content-Type', `application/x-amz-json-${version}`],
    ['X-Amz-Target', `${prefix}.${action}`],
  ]
  const members = service === 'events' ? { Entries: [eventEntry(parameters)] } : membersOf(service, parameters)
  return { method: 'POST', path: '/', query: [], headers, body: bytesOf(JSON.stringify(members)) }
}

/** `Resources` is a list; a text that is none stands for a list of one. */
function eventEntry(parameters: Parameters): object {
  const entries = [...parameters].map(([name, value]) => [name, name === 'Resources' ? textsOf(value) : value])
  return Object.fromEntries(entries) as object
}

/** Members of Step Functions begin with a small letter. */
function membersOf(service: string, parameters: Parameters): object {
  const entries = [...parameters].map(([name, value]) => [
    service === 'states' ? name[0]!.toLowerCase() + name.slice(1) : name,
    value,
  ])
  return Object.fromEntries(entries) as object
}

/** SQS is called by its query protocol, so that its answers are XML. */
function formRequest(
  action: string,
  parameters: readonly (readonly [string, string])[],
  bytesOf: (text: string) => Uint8Array,
): Sent {
  const pairs = [['Action', action] as const, ...parameters.flatMap(([name, value]) => formPairs(name, value))]
  const form = pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')
  const headers: HeaderList = [['Content-Type', 'application/x-www-form-urlencoded']]
  return { method: 'POST', path: '/', query: [], headers, body: bytesOf(form) }
}

function formPairs(name: string, value: string): (readonly [string, string])[] {
  switch (name) {
    case 'AttributeNames':
    case 'MessageAttributeNames':
      return textsOf(value).map((text, index) => [`${name.replace(/s$/, '')}.${index + 1}`, text] as const)
    case 'MessageAttributes':
    case 'MessageSystemAttributes':
      return attributePairs(name.replace(/s$/, ''), value)
    default:
      return [[name, value]]
  }
}

/** {"a":{"DataType":"String","StringValue":"x"}} -> MessageAttribute.1.Name=a, MessageAttribute.1.Value.DataType=String ... */
function attributePairs(name: string, text: string): (readonly [string, string])[] {
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).flatMap(([attribute, content]: [string, unknown], index) => [
    [`${name}.${index + 1}.Name`, attribute] as const,
    ...(typeof content === 'object' && content !== null
      ? Object.entries(content).map(
          ([member, text]: [string, unknown]) =>
            [
              `${name}.${index + 1}.Value.${member}`,
              typeof text === 'string' ? text : (JSON.stringify(text) ?? ''),
            ] as const,
        )
      : []),
  ])
}

function configurationRequest(parameters: Parameters): Sent {
  const part = (name: string): string => encoded(parameters.get(name)!)
  const version = parameters.get('ClientConfigurationVersion')
  return {
    method: 'GET',
    path: `/applications/${part('Application')}/environments/${part('Environment')}/configurations/${part('Configuration')}`,
    query: [
      ['client_id', parameters.get('ClientId')!],
      ...(version === undefined ? [] : [['client_configuration_version', version] as const]),
    ],
    headers: [],
    body: new Uint8Array(),
  }
}

/** A JSON list of texts, or a text with commas. */
function textsOf(text: string): string[] {
  const value = parsed(text)
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string')
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Half of a surrogate pair has no encoding. */
function encoded(text: string): string {
  return encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/gu, '\ufffd'))
}
