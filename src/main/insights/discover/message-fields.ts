import { jsonScalars, scalarValue } from './json-fields'
import { jsonShape, matchedValue, type JsonShape } from './json-shape'
import { lambdaFields } from './lambda-fields'

/** Fields of a message that is no JSON, as a host understands its lines; null where there are none. */
export type FieldsOfText = (message: string) => ReadonlyMap<string, string> | null

export type FieldMap = ReadonlyMap<string, string | null>

/** Different shapes that are kept; messages of further ones are read whole. */
const MOST_SHAPES = 4
const NO_FIELDS: FieldMap = new Map()

/** Finds the fields of messages, one message after the other. */
export class MessageFields {
  private readonly shapes: JsonShape[] = []

  /** `quick`: names of the fields that are asked for of every message. */
  constructor(
    private readonly quick: readonly string[],
    private readonly fieldsOfText: FieldsOfText = () => null,
  ) {}

  /** Put the quick fields of a message into a row, at their indexes; false when it has to be read whole. */
  readQuick(message: string, into: (index: number, value: string | null) => void): boolean {
    const { shapes } = this
    if (message.charCodeAt(0) !== 0x7b) return false
    for (let at = 0; at < shapes.length; at++) {
      const shape = shapes[at]!
      const found = shape.pattern.exec(message)
      if (found === null) continue
      if (at > 0) this.moveFirst(at)
      const { groups } = shape
      for (let index = 0; index < groups.length; index++) {
        const group = groups[index]!
        into(index, group === 0 ? null : matchedValue(found[group]!))
      }
      return true
    }
    return this.learn(message) && this.readQuick(message, into)
  }

  /** Every field of a message. */
  readAll(message: string): FieldMap {
    const scalars = jsonScalars(message)
    if (scalars !== null) return new Map(scalars.map((scalar) => [scalar.name, scalarValue(message, scalar)]))
    return lambdaFields(message) ?? this.fieldsOfText(message) ?? NO_FIELDS
  }

  private moveFirst(at: number): void {
    const [shape] = this.shapes.splice(at, 1)
    this.shapes.unshift(shape!)
  }

  private learn(message: string): boolean {
    if (this.shapes.length >= MOST_SHAPES) return false
    const shape = jsonShape(message, this.quick)
    // What does not match the message it was made from is of no use.
    if (shape === null || !shape.pattern.test(message)) return false
    this.shapes.unshift(shape)
    return true
  }
}
