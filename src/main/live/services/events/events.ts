import type { LocalService } from '../local-service'
import { isMembers, listMember, textMember, wrongKind, type Members } from '../members'
import { jsonService, type Operation } from '../protocols/json-protocol'
import { randomUuid } from '../random'
import { ServiceException } from '../service-exception'
import { unsupportedOperation } from '../unsupported-operation'

/** Source: EventBridge API Reference, PutEvents. */
const MOST_ENTRIES = 10
/** Bytes of all entries together. Source: EventBridge User Guide, "Calculating PutEvents event entry size". */
const MOST_BYTES = 262_144
const DEFAULT_BUS = 'default'

/** EventBridge that records events; no rule runs. Every bus exists. */
export function createEvents(): LocalService {
  return jsonService({
    targetPrefix: 'AWSEvents',
    version: '1.1',
    unsupported: unsupportedOperation('ValidationException', 'EventBridge'),
    resourceOf: (input) => busesOf(Array.isArray(input['Entries']) ? (input['Entries'] as unknown[]) : []),
    operations: new Map([['PutEvents', putEvents]]),
  })
}

/** Answers 200 also when an entry failed: see `FailedEntryCount`. */
const putEvents: Operation = (input, { random }) => {
  const list = listMember(input, 'Entries') ?? []
  if (list.length === 0 || list.length > MOST_ENTRIES) {
    const bound = list.length === 0 ? 'greater than or equal to 1' : `less than or equal to ${MOST_ENTRIES}`
    const message = `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length ${bound}`
    throw new ServiceException('ValidationException', message)
  }
  const entries = list.map((entry) => {
    if (isMembers(entry)) return entry
    throw wrongKind(entry, 'a map', 'Entries')
  })
  if (entries.reduce((sum, entry) => sum + sizeOf(entry), 0) > MOST_BYTES) {
    throw new ServiceException('ValidationException', 'Total size of the entries in the request is over the limit.')
  }
  const results = entries.map((entry) => problemOf(entry) ?? { EventId: randomUuid(random) })
  const failures = results.filter((result) => 'ErrorCode' in result)
  const [first] = failures
  return {
    output: { Entries: results, FailedEntryCount: failures.length },
    resource: busesOf(list),
    summary: entries.map(describe).join('; '),
    recorded: entries.map((entry) => textMember(entry, 'Detail') ?? '').join('\n'),
    ...(first !== undefined && {
      hint: `PutEvents answers 200, but ${failures.length} of its entries failed: ${first.ErrorMessage}`,
    }),
  }
}

/** Source: EventBridge API Reference, PutEventsResultEntry. */
function problemOf(entry: Members): { readonly ErrorCode: string; readonly ErrorMessage: string } | undefined {
  for (const name of ['Source', 'DetailType', 'Detail']) {
    if ((textMember(entry, name) ?? '') !== '') continue
    const ErrorMessage = `Parameter ${name} is not valid. Reason: ${name} is a required argument.`
    return { ErrorCode: 'InvalidArgument', ErrorMessage }
  }
  if (textMember(entry, 'Source')!.startsWith('aws.')) {
    return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' }
  }
  return isJsonObject(textMember(entry, 'Detail')!)
    ? undefined
    : { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' }
}

function isJsonObject(text: string): boolean {
  try {
    return isMembers(JSON.parse(text))
  } catch {
    return false
  }
}

function sizeOf(entry: Members): number {
  const texts = ['Source', 'DetailType', 'Detail'].map((name) => Buffer.byteLength(textMember(entry, name) ?? ''))
  const time = entry['Time'] === undefined ? 0 : 14
  return texts.reduce((sum, bytes) => sum + bytes, time)
}

function describe(entry: Members): string {
  return `${textMember(entry, 'DetailType') ?? 'no detail type'} from ${textMember(entry, 'Source') ?? 'nowhere'}`
}

/** Names of the buses, each once: "shop, default". */
function busesOf(entries: readonly unknown[]): string {
  const names = entries.filter(isMembers).map((entry) => {
    const bus = Object.hasOwn(entry, 'EventBusName') ? entry['EventBusName'] : undefined
    return typeof bus === 'string' ? bus.split('/').at(-1)!.slice(0, 256) : DEFAULT_BUS
  })
  return [...new Set(names)].join(', ')
}
