import type { Members } from '../members'
import { memberOf, textMember } from '../members'
import type { OperationResult } from '../protocols/json-protocol'
import { attributesJson, attributesSize, type AttributeMap } from './attribute-value'
import { isScalar } from './compare-values'
import type { DocumentPath } from './document-path'
import type { Condition } from './expressions/condition'
import { meets } from './expressions/evaluate-condition'
import { project } from './expressions/projection'
import { checkKey, compareBy, keyOf, type KeyAttribute } from './key-schema'
import { readKeyCondition, type KeyCondition } from './key-condition'
import type { Table } from './table'
import {
  attributesMember,
  consumedCapacity,
  flagMember,
  limitMember,
  readUnits,
  RequestExpressions,
  tableOf,
  type DynamoContext,
  type Tables,
} from './table-request'
import { unsupported, validation } from './validation'

/** Bytes that one Query or Scan reads. Source: DynamoDB Developer Guide, "Paginating table query results". */
const MOST_READ = 1024 * 1024

/** What Query and Scan do with the items that they find. */
interface Reading {
  readonly filter: Condition | null
  readonly paths: readonly DocumentPath[] | null
  readonly limit: number | undefined
  readonly isCount: boolean
}

/** Source: DynamoDB API Reference, Query. */
export function query(tables: Tables, input: Members, context: DynamoContext): OperationResult {
  const table = tableOf(tables, input, context)
  const indexName = textMember(input, 'IndexName')
  const expressions = new RequestExpressions(input, [
    'KeyConditionExpression',
    'FilterExpression',
    'ProjectionExpression',
  ])
  const condition = expressions.condition('KeyConditionExpression')
  if (condition === null) {
    throw validation('Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.')
  }
  const reading = readingOf(input, expressions, indexName)
  expressions.done()
  const key = readKeyCondition(condition, table, indexName)
  const order = orderOf(table, key)
  const isForward = flagMember(input, 'ScanIndexForward') ?? true
  const inOrder = table
    .all()
    .filter((item) => meets(item, condition))
    .toSorted(order)
  const found = isForward ? inOrder : inOrder.toReversed()
  const start = attributesMember(input, 'ExclusiveStartKey')
  if (start !== undefined) checkStart(table, start)
  const rest = start === undefined ? found : found.filter((item) => order(item, start) * (isForward ? 1 : -1) > 0)
  return answer(input, table, rest, reading, [key.hash, ...(key.range === null ? [] : [key.range])])
}

/** Source: DynamoDB API Reference, Scan. */
export function scan(tables: Tables, input: Members, context: DynamoContext): OperationResult {
  const table = tableOf(tables, input, context)
  if (memberOf(input, 'TotalSegments') !== undefined || memberOf(input, 'Segment') !== undefined) {
    throw unsupported('A parallel Scan (Segment, TotalSegments)')
  }
  if (memberOf(input, 'IndexName') !== undefined) throw unsupported('A Scan of an index (IndexName)')
  const expressions = new RequestExpressions(input, ['FilterExpression', 'ProjectionExpression'])
  const reading = readingOf(input, expressions, undefined)
  expressions.done()
  const start = attributesMember(input, 'ExclusiveStartKey')
  if (start !== undefined) checkStart(table, start)
  const all = table.all().toSorted((a, b) => table.compare(a, b))
  const rest = start === undefined ? all : all.filter((item) => table.compare(item, start) > 0)
  return answer(input, table, rest, reading, [])
}

function readingOf(input: Members, expressions: RequestExpressions, indexName: string | undefined): Reading {
  const select = textMember(input, 'Select')
  const known = ['ALL_ATTRIBUTES', 'ALL_PROJECTED_ATTRIBUTES', 'SPECIFIC_ATTRIBUTES', 'COUNT']
  if (select !== undefined && !known.includes(select)) {
    throw validation(
      `1 validation error detected: Value '${select.slice(0, 100)}' at 'select' failed to satisfy constraint: Member must satisfy enum value set: [${known.join(', ')}]`,
    )
  }
  if (select === 'ALL_PROJECTED_ATTRIBUTES' && indexName === undefined) {
    throw validation('ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName')
  }
  const paths = expressions.projection()
  if (select === 'SPECIFIC_ATTRIBUTES' && paths === null) {
    throw validation(
      'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
    )
  }
  const filter = expressions.condition('FilterExpression')
  return { filter, paths, limit: limitMember(input), isCount: select === 'COUNT' }
}

/** One page: the limit and the 1 MB count what is read, before the filter. */
function answer(
  input: Members,
  table: Table,
  items: readonly AttributeMap[],
  { filter, paths, limit, isCount }: Reading,
  indexAttributes: readonly KeyAttribute[],
): OperationResult {
  let bytes = 0
  let count = 0
  for (const item of items) {
    if (count === limit || bytes >= MOST_READ) break
    bytes += attributesSize(item)
    count++
  }
  const read = items.slice(0, count)
  const last = count < items.length || (limit !== undefined && count === limit) ? read.at(-1) : undefined
  const shown = filter === null ? read : read.filter((item) => meets(item, filter))
  const list = shown.map((item) => attributesJson(paths === null ? item : project(item, paths)))
  const output = {
    Count: shown.length,
    ...(!isCount && { Items: list }),
    ScannedCount: count,
    ...(last !== undefined && { LastEvaluatedKey: attributesJson(lastKey(table, last, indexAttributes)) }),
    ...consumedCapacity(input, table, readUnits(bytes, flagMember(input, 'ConsistentRead') ?? false)),
  }
  return { output, resource: table.name, summary: `${shown.length} of ${count} items read` }
}

function lastKey(table: Table, item: AttributeMap, indexAttributes: readonly KeyAttribute[]): AttributeMap {
  const ofIndex = indexAttributes.flatMap(({ name }) => (item.has(name) ? [[name, item.get(name)!] as const] : []))
  return new Map([...ofIndex, ...keyOf(table.keySchema!, item)])
}

/** By the sort key of the query, then by the table's own key. */
function orderOf(table: Table, { range }: KeyCondition): (a: AttributeMap, b: AttributeMap) => number {
  return (a, b) => (range === null ? 0 : compareBy(range, a, b)) || table.compare(a, b)
}

function checkStart(table: Table, start: AttributeMap): void {
  if (table.keySchema === null) return
  const own = keyOf(table.keySchema, start)
  try {
    checkKey(table.keySchema, own)
  } catch {
    throw validation('The provided starting key is invalid: The provided key element does not match the schema')
  }
  if ([...start.values()].every(isScalar)) return
  throw validation('The provided starting key is invalid')
}
