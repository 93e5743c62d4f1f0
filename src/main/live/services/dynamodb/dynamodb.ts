import type { LocalService } from '../local-service'
import type { Members } from '../members'
import { jsonService, type OperationResult } from '../protocols/json-protocol'
import { deleteItem, getItem, putItem, updateItem } from './item-operations'
import { query, scan } from './read-operations'
import type { DynamoContext, Tables } from './table-request'
import { unsupported } from './validation'

/** Bytes of all items together. */
const MOST_BYTES = 128 * 1024 * 1024

/** DynamoDB in memory. Every table exists: what its key is, it learns from its first use (see `Table`). */
export function createDynamoDb(): LocalService {
  const tables: Tables = { byName: new Map(), space: { bytes: 0, most: MOST_BYTES } }
  const over =
    (operation: (tables: Tables, input: Members, context: DynamoContext) => OperationResult) =>
    (input: Members, context: DynamoContext): OperationResult =>
      operation(tables, input, context)
  return jsonService({
    targetPrefix: 'DynamoDB_20120810',
    version: '1.0',
    typeOf: (code) => `${NAMESPACES.get(code) ?? 'com.amazonaws.dynamodb.v20120810'}#${code}`,
    unsupported: (action, supported) => unsupported(`${action.slice(0, 100)} (only ${supported})`),
    resourceOf: (input) => (typeof input['TableName'] === 'string' ? input['TableName'].slice(0, 255) : ''),
    operations: new Map([
      ['PutItem', over(putItem)],
      ['GetItem', over(getItem)],
      ['UpdateItem', over(updateItem)],
      ['DeleteItem', over(deleteItem)],
      ['Query', over(query)],
      ['Scan', over(scan)],
    ]),
  })
}

/** Exceptions that are not DynamoDB's own. */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['ValidationException', 'com.amazon.coral.validate'],
  ['SerializationException', 'com.amazon.coral.service'],
  ['UnknownOperationException', 'com.amazon.coral.service'],
  ['AccessDeniedException', 'com.amazon.coral.service'],
])
