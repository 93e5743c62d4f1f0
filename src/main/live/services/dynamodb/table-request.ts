import type { ServiceContext } from '../local-service'
import { mapMember, memberOf, textMember, wholeMember, wrongKind, type Members } from '../members'
import { ServiceException } from '../service-exception'
import { attributesJson, readAttributeMap, type AttributeMap } from './attribute-value'
import { readCondition, type Condition } from './expressions/condition'
import { meets } from './expressions/evaluate-condition'
import { Placeholders } from './expressions/placeholders'
import { readProjection } from './expressions/projection'
import { TokenReader } from './expressions/token-reader'
import type { ExpressionName } from './expressions/tokens'
import type { DocumentPath } from './document-path'
import { Table, type Space } from './table'
import { unsupported, validation } from './validation'

export type DynamoContext = ServiceContext & { readonly region: string }

/** Tables by name. */
export interface Tables {
  readonly byName: Map<string, Table>
  readonly space: Space
}

const MOST_TABLES = 256

/** Parameters of the API before expressions. Source: DynamoDB Developer Guide, "Legacy conditional parameters". */
const LEGACY = [
  'AttributesToGet',
  'AttributeUpdates',
  'ConditionalOperator',
  'Expected',
  'KeyConditions',
  'QueryFilter',
  'ScanFilter',
]

/** The table of a request, made when it is first spoken of. Throws `ValidationException`, or `ResourceNotFoundException` for a table elsewhere. */
export function tableOf(tables: Tables, input: Members, { region, accountId }: DynamoContext): Table {
  const legacy = LEGACY.find((name) => memberOf(input, name) !== undefined)
  if (legacy !== undefined) throw unsupported(`The parameter ${legacy}`)
  const given = textMember(input, 'TableName')
  if (given === undefined) {
    throw validation(
      "1 validation error detected: Value null at 'tableName' failed to satisfy constraint: Member must not be null",
    )
  }
  const [, arnRegion, arnAccount, arnName] = TABLE_ARN.exec(given) ?? []
  if (arnName !== undefined && (arnRegion !== region || arnAccount !== accountId)) {
    const hint = `${given} is a table of another region or account, and the local DynamoDB has those of ${region}, ${accountId}`
    throw new ServiceException('ResourceNotFoundException', 'Requested resource not found', { hint })
  }
  const name = arnName ?? given
  if (!/^[A-Za-z0-9_.-]{3,255}$/.test(name)) {
    throw validation(
      "Invalid table/index name.  Table/index names must be between 3 and 255 characters long, and may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'",
    )
  }
  const known = tables.byName.get(name)
  if (known !== undefined) return known
  if (tables.byName.size >= MOST_TABLES) {
    const message = `Requested resource not found: the local DynamoDB keeps ${MOST_TABLES} tables at most`
    throw new ServiceException('ResourceNotFoundException', message, { hint: message })
  }
  const table = new Table(name, tables.space)
  tables.byName.set(name, table)
  return table
}

const TABLE_ARN = /^arn:[\w-]+:dynamodb:([\w-]+):(\d+):table\/([A-Za-z0-9_.-]+)$/

/** `Item`, `Key` or `ExclusiveStartKey`. */
export function attributesMember(input: Members, name: string): AttributeMap | undefined {
  const members = mapMember(input, name)
  return members === undefined ? undefined : readAttributeMap(members)
}

/** The same where it must be there. */
export function requiredAttributes(input: Members, name: string): AttributeMap {
  const attributes = attributesMember(input, name)
  if (attributes !== undefined) return attributes
  const member = name.charAt(0).toLowerCase() + name.slice(1)
  throw validation(
    `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
  )
}

/** The expressions of a request, which share their placeholders. */
export class RequestExpressions {
  private readonly input: Members
  private readonly placeholders: Placeholders

  /** `names`: the expressions that this operation knows. */
  constructor(input: Members, names: readonly ExpressionName[]) {
    this.input = input
    this.placeholders = new Placeholders(
      input,
      names.some((name) => memberOf(input, name) !== undefined),
    )
  }

  /** Null when the request has no such expression. */
  read<T>(name: ExpressionName, read: (reader: TokenReader) => T): T | null {
    const text = textMember(this.input, name)
    return text === undefined ? null : read(new TokenReader(text, name, this.placeholders))
  }

  condition(name: 'ConditionExpression' | 'FilterExpression' | 'KeyConditionExpression'): Condition | null {
    return this.read(name, readCondition)
  }

  projection(): readonly DocumentPath[] | null {
    return this.read('ProjectionExpression', readProjection)
  }

  /** Call it once every expression has been read. */
  done(): void {
    this.placeholders.checkAllUsed()
  }
}

/** Throws `ConditionalCheckFailedException`, with the item that is there when the request asks for it. */
export function checkCondition(input: Members, condition: Condition | null, old: AttributeMap | undefined): void {
  if (condition === null || meets(old ?? new Map(), condition)) return
  const wantsItem = textMember(input, 'ReturnValuesOnConditionCheckFailure') === 'ALL_OLD'
  const members = wantsItem && old !== undefined ? { Item: attributesJson(old) } : {}
  throw new ServiceException('ConditionalCheckFailedException', 'The conditional request failed', { members })
}

/** `ReturnValues`, "NONE" when it is not given. */
export function returnValues<Choice extends string>(input: Members, choices: readonly Choice[]): Choice | 'NONE' {
  const given = textMember(input, 'ReturnValues') ?? 'NONE'
  const choice = given === 'NONE' ? 'NONE' : choices.find((one) => one === given)
  if (choice !== undefined) return choice
  throw validation(`Return values set to invalid value: ${given.slice(0, 100)}. It can be NONE, ${choices.join(', ')}.`)
}

/** `Limit`, at least 1. */
export function limitMember(input: Members): number | undefined {
  const limit = wholeMember(input, 'Limit')
  if (limit === undefined || limit > 0) return limit
  throw validation(
    `1 validation error detected: Value '${limit}' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1`,
  )
}

export function flagMember(input: Members, name: string): boolean | undefined {
  const value = memberOf(input, name)
  if (value === undefined || typeof value === 'boolean') return value
  throw wrongKind(value, 'true or false', name)
}

/** `ConsumedCapacity`, where it is asked for. Units as for a table by demand: a write by KB, a read by 4 KB, half when eventual. */
export function consumedCapacity(input: Members, table: Table, units: number): Members {
  const wanted = textMember(input, 'ReturnConsumedCapacity') ?? 'NONE'
  if (wanted === 'NONE') return {}
  const total = { TableName: table.name, CapacityUnits: units }
  return { ConsumedCapacity: wanted === 'INDEXES' ? { ...total, Table: { CapacityUnits: units } } : total }
}

export function writeUnits(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / 1024))
}

export function readUnits(bytes: number, isConsistent: boolean): number {
  return Math.max(1, Math.ceil(bytes / 4096)) / (isConsistent ? 1 : 2)
}
