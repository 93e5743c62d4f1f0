import { scalarOf, type AttributeMap, type AttributeValue } from '../attribute-value'
import { compareValues, isSameValue, isSet } from '../compare-values'
import { valueAt } from '../document-path'
import type { Comparator, Condition, Operand } from './condition'

/** Whether an item meets a condition; an empty one stands for an item that is not there. */
export function meets(item: AttributeMap, condition: Condition): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => meets(item, part))
    case 'or':
      return condition.parts.some((part) => meets(item, part))
    case 'not':
      return !meets(item, condition.part)
    case 'exists':
      return valueAt(item, condition.path) !== undefined
    case 'not-exists':
      return valueAt(item, condition.path) === undefined
    case 'type':
      return valueAt(item, condition.path)?.type === condition.type
    case 'compare':
      return compares(condition.operator, valueOf(item, condition.left), valueOf(item, condition.right))
    case 'between': {
      const value = valueOf(item, condition.operand)
      const isAbove = compares('>=', value, valueOf(item, condition.low))
      return isAbove && compares('<=', value, valueOf(item, condition.high))
    }
    case 'in': {
      const value = valueOf(item, condition.operand)
      return condition.list.some((one) => compares('=', value, valueOf(item, one)))
    }
    case 'begins-with':
      return beginsWith(valueOf(item, condition.operand), valueOf(item, condition.part))
    case 'contains':
      return contains(valueOf(item, condition.operand), valueOf(item, condition.part))
  }
}

function valueOf(item: AttributeMap, operand: Operand): AttributeValue | undefined {
  if (operand.kind === 'value') return operand.value
  const value = valueAt(item, operand.path)
  return operand.kind === 'path' || value === undefined ? value : sizeOf(value)
}

/** What is not there equals nothing. */
function compares(operator: Comparator, a: AttributeValue | undefined, b: AttributeValue | undefined): boolean {
  const isSame = a !== undefined && b !== undefined && isSameValue(a, b)
  if (operator === '=') return isSame
  if (operator === '<>') return !isSame
  const order = a === undefined || b === undefined ? undefined : compareValues(a, b)
  if (order === undefined) return false
  if (operator === '<') return order < 0
  if (operator === '<=') return order <= 0
  return operator === '>' ? order > 0 : order >= 0
}

function beginsWith(value: AttributeValue | undefined, prefix: AttributeValue | undefined): boolean {
  if (value?.type === 'S' && prefix?.type === 'S') return value.value.startsWith(prefix.value)
  if (value?.type !== 'B' || prefix?.type !== 'B') return false
  const [bytes, start] = [Buffer.from(value.value, 'base64'), Buffer.from(prefix.value, 'base64')]
  return bytes.subarray(0, start.length).equals(start)
}

/** A part of a text, a member of a set or of a list. */
function contains(value: AttributeValue | undefined, part: AttributeValue | undefined): boolean {
  if (value === undefined || part === undefined) return false
  if (value.type === 'L') return value.value.some((one) => isSameValue(one, part))
  if (isSet(value)) return part.type === scalarOf(value.type) && value.value.includes(part.value)
  if (value.type === 'S' && part.type === 'S') return value.value.includes(part.value)
  if (value.type !== 'B' || part.type !== 'B') return false
  return Buffer.from(value.value, 'base64').includes(Buffer.from(part.value, 'base64'))
}

/** Bytes of a text or binary, members of everything else that has some. */
function sizeOf(value: AttributeValue): AttributeValue | undefined {
  switch (value.type) {
    case 'S':
      return number(Buffer.byteLength(value.value))
    case 'B':
      return number(Buffer.from(value.value, 'base64').length)
    case 'M':
      return number(value.value.size)
    case 'L':
    case 'SS':
    case 'NS':
    case 'BS':
      return number(value.value.length)
    default:
      return undefined
  }
}

function number(count: number): AttributeValue {
  return { type: 'N', value: String(count) }
}
