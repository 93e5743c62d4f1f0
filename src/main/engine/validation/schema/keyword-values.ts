import { isJsonObject } from './json-value'
import type { SchemaScope } from './schema-check'

/** The number a keyword has; undefined when it is absent, or wrong, which is reported. */
export function numberOf({ schema, report }: SchemaScope, keyword: string): number | undefined {
  const value = schema[keyword]
  if (value === undefined || typeof value === 'number') return value
  report(`"${keyword}" is not a number`)
  return undefined
}

/** As `numberOf`, for keywords that count something. */
export function countOf(scope: SchemaScope, keyword: string): number | undefined {
  const value = numberOf(scope, keyword)
  if (value === undefined || (Number.isInteger(value) && value >= 0)) return value
  scope.report(`"${keyword}" is not a whole number of at least 0`)
  return undefined
}

/** The list a keyword has, without what is not a string. */
export function stringsOf({ schema, report }: SchemaScope, keyword: string): readonly string[] | undefined {
  const value = schema[keyword]
  if (value === undefined) return undefined
  if (!Array.isArray(value)) {
    report(`"${keyword}" is not a list of names`)
    return undefined
  }
  const strings = value.filter((entry) => typeof entry === 'string')
  if (strings.length < value.length) report(`"${keyword}" has entries that are not text`)
  return strings
}

/** The list of schemas a keyword has. */
export function listOf({ schema, report }: SchemaScope, keyword: string): readonly unknown[] | undefined {
  const value = schema[keyword]
  if (value === undefined) return undefined
  if (Array.isArray(value)) return value
  report(`"${keyword}" is not a list`)
  return undefined
}

/** What a keyword has under each name. A member named `__proto__` is one like any other. */
export function membersOf({ schema, report }: SchemaScope, keyword: string): readonly (readonly [string, unknown])[] {
  const value = schema[keyword]
  if (value === undefined) return []
  if (isJsonObject(value)) return Object.entries(value)
  report(`"${keyword}" is not an object`)
  return []
}
