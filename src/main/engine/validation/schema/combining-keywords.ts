import { listOf } from './keyword-values'
import type { Check, KeywordChecks, SchemaScope } from './schema-check'

/**
 * `allOf`, `anyOf`, `oneOf` and `not`. Each says in one message what was not met, not why.
 * Source: JSON Schema validation draft-04, 5.5.3 to 5.5.6.
 */
export function combiningKeywords(scope: SchemaScope): KeywordChecks {
  return { own: [allOfCheck(scope), anyOfCheck(scope), notCheck(scope), oneOfCheck(scope)] }
}

function checksOf(scope: SchemaScope, keyword: string): readonly Check[] | null {
  const schemas = listOf(scope, keyword)
  if (schemas === undefined) return null
  const checks = schemas.map((schema, index) => scope.compile(schema, `${keyword}/${index}`))
  return checks.filter((check) => check !== null)
}

function allOfCheck(scope: SchemaScope): Check | null {
  const checks = checksOf(scope, 'allOf')
  if (checks === null) return null
  return (value, run) => {
    if (checks.every((check) => run.holds(check, value))) return true
    return run.fail(() => {
      const matched = checks.filter((check) => run.holds(check, value)).length
      return `instance failed to match all required schemas (matched only ${matched} out of ${checks.length})`
    })
  }
}

function anyOfCheck(scope: SchemaScope): Check | null {
  const checks = checksOf(scope, 'anyOf')
  if (checks === null) return null
  return (value, run) =>
    checks.some((check) => run.holds(check, value)) ||
    run.fail(() => `instance failed to match at least one required schema among ${checks.length}`)
}

function oneOfCheck(scope: SchemaScope): Check | null {
  const checks = checksOf(scope, 'oneOf')
  if (checks === null) return null
  return (value, run) => {
    const matched = checks.filter((check) => run.holds(check, value)).length
    if (matched === 1) return true
    return run.fail(() => `instance failed to match exactly one schema (matched ${matched} out of ${checks.length})`)
  }
}

function notCheck(scope: SchemaScope): Check | null {
  if (scope.schema.not === undefined) return null
  const check = scope.compile(scope.schema.not, 'not')
  if (check === null) return null
  return (value, run) =>
    !run.holds(check, value) || run.fail(() => 'instance matched a schema which it should not have')
}
