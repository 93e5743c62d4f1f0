import { badRequest } from './service-error'
import { isRecord, type JsonRecord } from './json-record'

/**
 * The input of one operation, by the names of the wire. Its values have the types of the service model, which `callOperation` has seen to.
 * What a handler does not read has no place in the design.
 */
export class OperationInput {
  readonly values: JsonRecord
  private readonly read = new Set<string>()

  constructor(values: JsonRecord) {
    this.values = values
  }

  has(name: string): boolean {
    this.read.add(name)
    return Object.hasOwn(this.values, name) && this.values[name] !== undefined
  }

  value(name: string): unknown {
    return this.has(name) ? this.values[name] : undefined
  }

  text(name: string): string | undefined {
    const value = this.value(name)
    return typeof value === 'string' ? value : undefined
  }

  /** A text that must be there; empty counts as absent. */
  needed(name: string): string {
    const text = this.text(name)
    if (text === undefined || text === '') throw badRequest(`Missing required member ${name}`)
    return text
  }

  flag(name: string): boolean | undefined {
    const value = this.value(name)
    return typeof value === 'boolean' ? value : undefined
  }

  number(name: string): number | undefined {
    const value = this.value(name)
    return typeof value === 'number' ? value : undefined
  }

  /** A text that is one of a list: the shapes have checked that. */
  oneOf<Value extends string>(name: string): Value | undefined {
    return this.text(name) as Value | undefined
  }

  texts(name: string): readonly string[] | undefined {
    const value = this.value(name)
    return Array.isArray(value) ? (value as readonly string[]) : undefined
  }

  record<T extends object = JsonRecord>(name: string): T | undefined {
    const value = this.value(name)
    return isRecord(value) ? (value as T) : undefined
  }

  list<T>(name: string): readonly T[] | undefined {
    const value = this.value(name)
    return Array.isArray(value) ? (value as readonly T[]) : undefined
  }

  /** Members that were given and that nobody asked for. */
  unread(names: Iterable<string>): JsonRecord {
    const left = [...names].filter((name) => !this.read.has(name) && this.values[name] !== undefined)
    return Object.fromEntries(left.map((name) => [name, this.values[name]]))
  }
}
