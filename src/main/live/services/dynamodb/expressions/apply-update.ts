import { validation } from '../validation'
import type { AttributeMap, AttributeValue } from '../attribute-value'
import { decimalOf, isSet } from '../compare-values'
import { addDecimals, decimalText, negated } from '../decimal'
import { valueAt, type DocumentPath } from '../document-path'
import type { UpdateAction, UpdateOperand } from './update'

/** The item after an update. Whatever an operand speaks of is read from the item as it was before. */
export function applyUpdate(item: AttributeMap, actions: readonly UpdateAction[]): AttributeMap {
  const changes = actions.map((action) => ({ action, value: newValue(item, action) }))
  // Places in lists go last and from the end, so that the others keep theirs.
  const ordered = [
    ...changes.filter(({ value }) => value !== undefined),
    ...changes.filter(({ value }) => value === undefined).sort((a, b) => place(b.action) - place(a.action)),
  ]
  return ordered.reduce((changed, { action, value }) => replaceAt(changed, action.path, value), item)
}

function place({ path }: UpdateAction): number {
  const last = path.at(-1)
  return typeof last === 'number' ? last : -1
}

/** Undefined takes the place away. */
function newValue(item: AttributeMap, action: UpdateAction): AttributeValue | undefined {
  switch (action.kind) {
    case 'set':
      return operandValue(item, action.operand)
    case 'remove':
      return undefined
    case 'add':
      return added(valueAt(item, action.path), action.value)
    case 'delete':
      return withoutMembers(valueAt(item, action.path), action.value)
  }
}

function operandValue(item: AttributeMap, operand: UpdateOperand): AttributeValue {
  switch (operand.kind) {
    case 'value':
      return operand.value
    case 'path': {
      const value = valueAt(item, operand.path)
      if (value !== undefined) return value
      throw validation('The provided expression refers to an attribute that does not exist in the item')
    }
    case 'if-not-exists':
      return valueAt(item, operand.path) ?? operandValue(item, operand.otherwise)
    case 'list-append': {
      const [left, right] = [operandValue(item, operand.left), operandValue(item, operand.right)]
      if (left.type !== 'L' || right.type !== 'L') throw wrongOperand()
      return { type: 'L', value: [...left.value, ...right.value] }
    }
    case 'plus':
    case 'minus': {
      const [left, right] = [operandValue(item, operand.left), operandValue(item, operand.right)]
      return sum(left, right, operand.kind === 'minus')
    }
  }
}

function sum(left: AttributeValue, right: AttributeValue, isMinus: boolean): AttributeValue {
  if (left.type !== 'N' || right.type !== 'N') throw wrongOperand()
  const second = decimalOf(right.value)
  const total = addDecimals(decimalOf(left.value), isMinus ? negated(second) : second)
  if (typeof total === 'string') throw validation(total)
  return { type: 'N', value: decimalText(total) }
}

/** A number that is not there counts as 0, a set as empty. */
function added(old: AttributeValue | undefined, value: AttributeValue): AttributeValue {
  if (old === undefined) return value
  if (old.type === 'N' && value.type === 'N') return sum(old, value, false)
  if (!isSet(old) || !isSet(value) || old.type !== value.type) throw wrongOperand()
  return { type: old.type, value: [...new Set([...old.value, ...value.value])] }
}

/** A set without members is no set. */
function withoutMembers(old: AttributeValue | undefined, value: AttributeValue): AttributeValue | undefined {
  if (old === undefined) return undefined
  if (!isSet(old) || !isSet(value) || old.type !== value.type) throw wrongOperand()
  const gone = new Set(value.value)
  const left = old.value.filter((one) => !gone.has(one))
  return left.length === 0 ? undefined : { type: old.type, value: left }
}

function wrongOperand(): Error {
  return validation('An operand in the update expression has an incorrect data type')
}

function replaceAt(
  item: AttributeMap,
  [first, ...rest]: DocumentPath,
  value: AttributeValue | undefined,
): AttributeMap {
  return withMember(item, first, replaceWithin(item.get(first), rest, value))
}

/** `value` at the end of the way below `holder`; what is taken away must not be there. */
function replaceWithin(
  holder: AttributeValue | undefined,
  path: readonly (string | number)[],
  value: AttributeValue | undefined,
): AttributeValue | undefined {
  const [step, ...rest] = path
  if (step === undefined) return value
  if (typeof step === 'number' && holder?.type === 'L') {
    const inner = replaceWithin(holder.value[step], rest, value)
    return { type: 'L', value: withPlace(holder.value, step, inner) }
  }
  if (typeof step === 'string' && holder?.type === 'M') {
    return { type: 'M', value: withMember(holder.value, step, replaceWithin(holder.value.get(step), rest, value)) }
  }
  throw validation('The document path provided in the update expression is invalid for update')
}

function withMember(members: AttributeMap, name: string, value: AttributeValue | undefined): AttributeMap {
  const changed = new Map(members)
  if (value === undefined) changed.delete(name)
  else changed.set(name, value)
  return changed
}

/** A place behind the end is the next one. */
function withPlace(
  list: readonly AttributeValue[],
  at: number,
  value: AttributeValue | undefined,
): readonly AttributeValue[] {
  if (value === undefined) return list.filter((_one, index) => index !== at)
  return at >= list.length ? [...list, value] : list.with(at, value)
}
