import type { LogRecord } from '../log-record'
import type { FieldMap } from '../discover/message-fields'
import type { Value } from '../values/value'

/** A record, or a group of them, on its way through a query. One row is used for all records until something keeps it. */
export class Row {
  /** By slot; undefined for a field of the record that nobody has asked for yet. */
  readonly slots: (Value | undefined)[]
  /** Null for a group. */
  record: LogRecord | null = null
  /** Place among the rows of its kind, from 0: what came first wins a tie. */
  ordinal = 0
  /** Of the record, from 0 in the order in which they were given. */
  number = 0
  isQuickTried = false
  /** Every field of the message, once it was read whole. */
  fields: FieldMap | null = null

  constructor(readonly size: number) {
    this.slots = Array.from({ length: size }, () => undefined)
  }

  /** Begin with another record. */
  start(record: LogRecord, number: number): void {
    this.record = record
    this.ordinal = number
    this.number = number
    this.isQuickTried = false
    this.fields = null
    this.slots.fill(undefined)
  }

  /** A row of its own with what is known of this one. */
  copy(record: LogRecord | null): Row {
    const copied = new Row(this.size)
    for (let slot = 0; slot < this.size; slot++) copied.slots[slot] = this.slots[slot]
    copied.record = record
    copied.ordinal = this.ordinal
    copied.number = this.number
    return copied
  }
}
