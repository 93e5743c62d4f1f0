import { evaluateExpression } from '../../../insights/evaluate-expression'
import type { LogRecord } from '../../../insights/log-record'
import { runQuery } from '../../../insights/run-query'
import { toInstant } from '../../../insights/values/to-instant'
import { isTrue, Timestamp, toNumber, type Value } from '../../../insights/values/value'
import { valueText } from '../../../insights/values/value-text'
import { exactDifference } from '../../exact-difference'
import { judged, skipped, type CaseResult } from '../../conformance-suite'

/** A vector of the areas "logs-insights-functions" and "logs-insights-parse". */
export interface InsightsVector {
  readonly id: string
  readonly given: object
  readonly expect: object
}

type Members = Readonly<Record<string, unknown>>

/** "toMillis of 2022-01-14T13:18:31-08:00": a function and what it is given, in words. */
const IN_WORDS = /^(\w+)(\(.*\))? of (.+)$/s

/** Evaluate the expression, or run the query, that a vector describes. One that says something else is skipped. */
export function playInsights({ id, given, expect }: InsightsVector): CaseResult {
  const { expression, query } = given as Members
  if (typeof expression === 'string') return playExpression(id, expression, given, expect)
  if (typeof query === 'string') return playQuery(id, query, given, expect)
  return skipped(id, 'there is no expression and no query')
}

/** The record that a vector describes by its message, its instant and its fields. */
function recordOf(given: Members): LogRecord {
  const { message, timestamp, fields } = given
  const instant = typeof timestamp === 'string' || typeof timestamp === 'number' ? toInstant(timestamp) : null
  return {
    ...(isObject(fields) ? fields : {}),
    '@message': typeof message === 'string' ? message : '',
    '@timestamp': instant,
  }
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function playExpression(id: string, expression: string, given: object, expect: object): CaseResult {
  const members = expect as Members
  if (!Object.hasOwn(members, 'result') || Object.keys(members).length !== 1)
    return skipped(id, 'no result is expected')
  const spoken = IN_WORDS.exec(expression)
  const [, name = '', args, subject = ''] = spoken ?? []
  const text =
    spoken === null ? expression : args === undefined ? `${name}(${JSON.stringify(subject)})` : `${name}${args}`
  const record = recordOf(spoken === null ? (given as Members) : { timestamp: subject, ...given })
  const evaluated = evaluateExpression(text, record)
  if ('problems' in evaluated) return judged(id, evaluated.problems.map(({ message }) => message).join(' '))
  return judged(id, valueDifference(members['result'], evaluated.value))
}

/** Numbers are compared as numbers, instants as instants, truth as 1 and 0 as well. */
function valueDifference(expected: unknown, value: Value): string | undefined {
  const isSame =
    typeof expected === 'number'
      ? toNumber(value) === expected
      : typeof expected === 'boolean'
        ? isTrue(value) === expected
        : valueText(value) === expected || isSameInstant(expected, value)
  return isSame ? undefined : `expected ${JSON.stringify(expected)}, found ${JSON.stringify(valueText(value))}`
}

function isSameInstant(expected: unknown, value: Value): boolean {
  return value instanceof Timestamp && typeof expected === 'string' && toInstant(expected) === value.millis
}

function playQuery(id: string, query: string, given: object, expect: object): CaseResult {
  const { fields, ...others } = expect as Members
  if (!isObject(fields) || Object.keys(others).length > 0) return skipped(id, 'no fields are expected')
  const names = Object.keys(fields)
  const shown = `${query}\n| display ${names.map((name) => `\`${name}\``).join(', ')}`
  const { result, problems } = runQuery(shown, [recordOf(given as Members)])
  if (result === null) return judged(id, problems.map(({ message }) => message).join(' '))
  const [row] = result.rows
  if (row === undefined) return judged(id, 'the query gives no row')
  const found = Object.fromEntries(names.map((name, index) => [name, row[index]]))
  const texts = Object.fromEntries(names.map((name) => [name, asText(fields[name])]))
  return judged(id, exactDifference(texts, found, 'fields'))
}

/** Every field is text; one that is not there is null. */
function asText(expected: unknown): unknown {
  return typeof expected === 'number' || typeof expected === 'boolean' ? String(expected) : expected
}
