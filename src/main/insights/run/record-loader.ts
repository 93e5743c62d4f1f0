import { MessageFields } from '../discover/message-fields'
import type { LogRecord } from '../log-record'
import { flatCopy } from '../values/flat-copy'
import { Timestamp, type Value } from '../values/value'
import type { QuerySource } from './query-source'
import type { Row } from './row'

/** Members of a record that are instants. */
const INSTANTS: ReadonlySet<string> = new Set(['@timestamp', '@ingestionTime'])

/** Reads the fields of records when they are asked for. */
export class RecordLoader {
  private readonly fields: MessageFields
  private row: Row | null = null

  /** `names`: of each slot the field it holds, null for a computed one. `quick`: the slots that most records are asked for. */
  constructor(
    private readonly names: readonly (string | null)[],
    private readonly quick: readonly number[],
    private readonly source: QuerySource,
  ) {
    const quickNames = quick.map((slot) => names[slot] ?? '')
    this.fields = new MessageFields(quickNames, source.fieldsOfText)
  }

  load(row: Row, slot: number): Value {
    const name = this.names[slot]
    const { record } = row
    if (name === null || name === undefined || record === null) return (row.slots[slot] = null)
    if (Object.hasOwn(record, name) && record[name] !== undefined)
      return (row.slots[slot] = ownValue(name, record[name]))
    if (name === '@timestamp') return (row.slots[slot] = this.timeOf(record))
    if (name === '@ptr') return (row.slots[slot] = String(row.number))
    return this.discover(row, slot, name, record['@message'])
  }

  /** What is left of a record once its row is kept. */
  kept(record: LogRecord): LogRecord {
    return this.source.areMessagesSlices === true ? { ...record, '@message': flatCopy(record['@message']) } : record
  }

  private discover(row: Row, slot: number, name: string, message: string): Value {
    if (!row.isQuickTried && this.quick.includes(slot)) {
      row.isQuickTried = true
      this.row = row
      if (this.fields.readQuick(message, this.put)) return row.slots[slot] ?? null
    }
    row.fields ??= this.fields.readAll(message)
    return (row.slots[slot] = row.fields.get(name) ?? null)
  }

  private readonly put = (index: number, value: string | null): void => {
    const slot = this.quick[index]!
    const { slots, record } = this.row!
    if (slots[slot] === undefined && !Object.hasOwn(record!, this.names[slot]!)) slots[slot] = value
  }

  private timeOf({ '@message': message }: LogRecord): Timestamp | null {
    const millis = this.source.timeOf?.(message) ?? null
    return millis === null ? null : new Timestamp(millis)
  }
}

/** A record's own member as a value: lists and objects as their JSON. */
function ownValue(name: string, member: unknown): Value {
  if (typeof member === 'number')
    return INSTANTS.has(name) ? new Timestamp(member) : Number.isNaN(member) ? null : member
  if (typeof member === 'string' || typeof member === 'boolean' || member === null) return member
  return typeof member === 'object' ? JSON.stringify(member) : null
}
