import type { Members } from '../../members'
import { mapMember } from '../../members'
import { readAttributeValue, type AttributeValue } from '../attribute-value'
import { validation } from '../validation'
import { invalid, type ExpressionName } from './tokens'

/**
 * `ExpressionAttributeNames` and `ExpressionAttributeValues` of a request. What is used is noted: leftovers are refused.
 * Source: DynamoDB Developer Guide, "Expression attribute names" and "Expression attribute values".
 */
export class Placeholders {
  private readonly names: ReadonlyMap<string, string>
  private readonly values: ReadonlyMap<string, AttributeValue>
  private readonly used = new Set<string>()

  /** `hasExpression`: without any, placeholders are refused. */
  constructor(input: Members, hasExpression: boolean) {
    this.names = readNames(input, hasExpression)
    this.values = readValues(input, hasExpression)
  }

  /** "#n" -> the name. */
  name(placeholder: string, expression: ExpressionName): string {
    const name = this.names.get(placeholder)
    this.used.add(placeholder)
    if (name !== undefined) return name
    throw invalid(
      expression,
      `An expression attribute name used in the document path is not defined; attribute name: ${placeholder}`,
    )
  }

  /** ":v" -> the value. */
  value(placeholder: string, expression: ExpressionName): AttributeValue {
    const value = this.values.get(placeholder)
    this.used.add(placeholder)
    if (value !== undefined) return value
    throw invalid(
      expression,
      `An expression attribute value used in expression is not defined; attribute value: ${placeholder}`,
    )
  }

  /** Call it once every expression has been read. */
  checkAllUsed(): void {
    for (const [which, all] of [
      ['Names', this.names],
      ['Values', this.values],
    ] as const) {
      const unused = [...all.keys()].filter((placeholder) => !this.used.has(placeholder))
      if (unused.length === 0) continue
      throw validation(
        `Value provided in ExpressionAttribute${which} unused in expressions: keys: {${unused.join(', ')}}`,
      )
    }
  }
}

function readNames(input: Members, hasExpression: boolean): ReadonlyMap<string, string> {
  const entries = entriesOf(input, 'ExpressionAttributeNames', hasExpression)
  return new Map(
    entries.map(([placeholder, name]) => {
      if (!/^#[A-Za-z0-9_]+$/.test(placeholder)) throw invalidKey('ExpressionAttributeNames', placeholder)
      if (typeof name === 'string' && name !== '') return [placeholder, name]
      throw validation(`ExpressionAttributeNames contains invalid value: Must not be empty for key ${placeholder}`)
    }),
  )
}

function readValues(input: Members, hasExpression: boolean): ReadonlyMap<string, AttributeValue> {
  const entries = entriesOf(input, 'ExpressionAttributeValues', hasExpression)
  return new Map(
    entries.map(([placeholder, value]) => {
      if (/^:[A-Za-z0-9_]+$/.test(placeholder)) return [placeholder, readAttributeValue(value)]
      throw invalidKey('ExpressionAttributeValues', placeholder)
    }),
  )
}

function entriesOf(input: Members, which: string, hasExpression: boolean): [string, unknown][] {
  const members = mapMember(input, which)
  if (members === undefined) return []
  if (!hasExpression) throw validation(`${which} can only be specified when using expressions`)
  const entries = Object.entries(members)
  if (entries.length === 0) throw validation(`${which} must not be empty`)
  return entries
}

function invalidKey(which: string, placeholder: string): Error {
  return validation(`${which} contains invalid key: Syntax error; key: "${placeholder.slice(0, 255)}"`)
}
