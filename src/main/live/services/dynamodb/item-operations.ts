import type { Members } from '../members'
import type { OperationResult } from '../protocols/json-protocol'
import { attributesJson, attributesSize, type AttributeMap } from './attribute-value'
import { valueAt, type DocumentPath } from './document-path'
import { applyUpdate } from './expressions/apply-update'
import { project } from './expressions/projection'
import { readUpdate, type UpdateAction } from './expressions/update'
import { keyAttributes, keyOf } from './key-schema'
import type { Table } from './table'
import {
  checkCondition,
  consumedCapacity,
  flagMember,
  readUnits,
  RequestExpressions,
  requiredAttributes,
  returnValues,
  tableOf,
  writeUnits,
  type DynamoContext,
  type Tables,
} from './table-request'
import { validation } from './validation'

/** Source: DynamoDB API Reference, PutItem. */
export function putItem(tables: Tables, input: Members, context: DynamoContext): OperationResult {
  const table = tableOf(tables, input, context)
  const item = requiredAttributes(input, 'Item')
  const returned = returnValues(input, ['ALL_OLD'])
  const expressions = new RequestExpressions(input, ['ConditionExpression'])
  const condition = expressions.condition('ConditionExpression')
  expressions.done()
  const wasKnown = table.keySchema !== null
  const key = table.keyOfItem(item, condition)
  const old = table.at(key)
  checkCondition(input, condition, old)
  table.put(key, item)
  const output = {
    ...(returned === 'ALL_OLD' && old !== undefined && { Attributes: attributesJson(old) }),
    ...consumedCapacity(input, table, writeUnits(attributesSize(item))),
  }
  const done = result(table, output, `${old === undefined ? 'put' : 'replaced'} ${keyWords(table, item)}`)
  return wasKnown || condition !== null ? done : { ...done, hint: guessHint(table) }
}

function guessHint(table: Table): string {
  const names = keyAttributes(table.keySchema!).map(({ name }) => name)
  const guess = `the local table "${table.name}" takes ${names.join(' and ')} for its key, guessed from its first item`
  return `${guess}; the first Key of a request, or a ConditionExpression with attribute_not_exists, would tell it`
}

/** Source: DynamoDB API Reference, GetItem. */
export function getItem(tables: Tables, input: Members, context: DynamoContext): OperationResult {
  const table = tableOf(tables, input, context)
  const key = requiredAttributes(input, 'Key')
  const isConsistent = flagMember(input, 'ConsistentRead') ?? false
  const expressions = new RequestExpressions(input, ['ProjectionExpression'])
  const paths = expressions.projection()
  expressions.done()
  const item = table.get(key)
  const shown = item !== undefined && paths !== null ? project(item, paths) : item
  const output = {
    ...(shown !== undefined && { Item: attributesJson(shown) }),
    ...consumedCapacity(input, table, readUnits(item === undefined ? 0 : attributesSize(item), isConsistent)),
  }
  return result(table, output, `${item === undefined ? 'nothing at' : 'read'} ${keyWords(table, key)}`)
}

/** Source: DynamoDB API Reference, DeleteItem. */
export function deleteItem(tables: Tables, input: Members, context: DynamoContext): OperationResult {
  const table = tableOf(tables, input, context)
  const key = requiredAttributes(input, 'Key')
  const returned = returnValues(input, ['ALL_OLD'])
  const expressions = new RequestExpressions(input, ['ConditionExpression'])
  const condition = expressions.condition('ConditionExpression')
  expressions.done()
  checkCondition(input, condition, table.get(key))
  const old = table.delete(key)
  const output = {
    ...(returned === 'ALL_OLD' && old !== undefined && { Attributes: attributesJson(old) }),
    ...consumedCapacity(input, table, writeUnits(old === undefined ? 0 : attributesSize(old))),
  }
  return result(table, output, `${old === undefined ? 'nothing at' : 'deleted'} ${keyWords(table, key)}`)
}

/** An item that is not there is made. Source: DynamoDB API Reference, UpdateItem. */
export function updateItem(tables: Tables, input: Members, context: DynamoContext): OperationResult {
  const table = tableOf(tables, input, context)
  const key = requiredAttributes(input, 'Key')
  const returned = returnValues(input, ['ALL_OLD', 'UPDATED_OLD', 'ALL_NEW', 'UPDATED_NEW'])
  const expressions = new RequestExpressions(input, ['UpdateExpression', 'ConditionExpression'])
  const actions = expressions.read('UpdateExpression', readUpdate) ?? []
  const condition = expressions.condition('ConditionExpression')
  expressions.done()
  const old = table.get(key)
  refuseKeyChanges(table, actions)
  checkCondition(input, condition, old)
  const item = applyUpdate(old ?? key, actions)
  table.put(table.keyOfItem(item, null), item)
  const attributes = returnedAttributes(returned, actions, old, item)
  const output = {
    ...(attributes !== null && attributes.size > 0 && { Attributes: attributesJson(attributes) }),
    ...consumedCapacity(
      input,
      table,
      writeUnits(Math.max(attributesSize(item), old === undefined ? 0 : attributesSize(old))),
    ),
  }
  return result(table, output, `${old === undefined ? 'made' : 'updated'} ${keyWords(table, key)}`)
}

function refuseKeyChanges(table: Table, actions: readonly UpdateAction[]): void {
  const names = keyAttributes(table.keySchema!).map(({ name }) => name)
  const changed = actions.find(({ path }) => names.includes(path[0]))
  if (changed === undefined) return
  throw validation(
    `One or more parameter values were invalid: Cannot update attribute ${changed.path[0]}. This attribute is part of the key`,
  )
}

function returnedAttributes(
  returned: 'NONE' | 'ALL_OLD' | 'UPDATED_OLD' | 'ALL_NEW' | 'UPDATED_NEW',
  actions: readonly UpdateAction[],
  old: AttributeMap | undefined,
  item: AttributeMap,
): AttributeMap | null {
  if (returned === 'NONE') return null
  if (returned === 'ALL_NEW') return item
  if (returned === 'ALL_OLD') return old ?? null
  const from = returned === 'UPDATED_NEW' ? item : (old ?? new Map<string, never>())
  const paths = actions.map(({ path }): DocumentPath => path).filter((path) => valueAt(from, path) !== undefined)
  return project(from, paths)
}

function result(table: Table, output: Members, summary: string): OperationResult {
  return { output, resource: table.name, summary }
}

/** "orderId A-1, line 2". */
export function keyWords(table: Table, attributes: AttributeMap): string {
  const key = table.keySchema === null ? attributes : keyOf(table.keySchema, attributes)
  return [...key].map(([name, value]) => `${name} ${'value' in value ? String(value.value) : ''}`).join(', ')
}
