import type { PolicyConditionValue, PolicyStatement } from '@shared/design/policy-document'
import type { Place } from '../json-place'
import { membersAt, reportWrongType, type Members } from '../members'
import { plainValue } from './plain-value'

/** Reads a statement's `Condition`; undefined, and reported, when any of it is no condition. */
export function readCondition(statement: Members): PolicyStatement['Condition'] {
  const place = statement.place('Condition')
  const operators = place && membersAt(place, `the "Condition" of ${statement.label}`, statement.findings)
  if (!operators) return undefined
  const entries = operators.places().map(([operator, each]) => [operator, readKeys(operators, operator, each)] as const)
  const read = entries.flatMap(([operator, keys]) => (keys ? [[operator, keys] as const] : []))
  return read.length === entries.length ? Object.fromEntries(read) : undefined
}

type ConditionKeys = Readonly<Record<string, PolicyConditionValue>>

function readKeys(operators: Members, operator: string, place: Place): ConditionKeys | undefined {
  const keys = membersAt(place, operators.nameOf(operator), operators.findings)
  if (!keys) return undefined
  const entries = keys.places().map(([key, each]) => [key, readValue(keys, key, each)] as const)
  const read = entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]))
  return read.length === entries.length ? Object.fromEntries(read) : undefined
}

function readValue(keys: Members, key: string, place: Place): PolicyConditionValue | undefined {
  const value = plainValue(place, keys.nameOf(key), keys.findings)
  if (isScalar(value)) return value
  if (Array.isArray(value) && value.every(isScalar)) return value
  reportWrongType(place, keys.nameOf(key), 'a text, a number, a flag or a list of them', keys.findings)
  return undefined
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
