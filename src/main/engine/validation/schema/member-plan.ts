import { compilePattern, type SafePattern } from '../safe-pattern'
import { isJsonObject } from './json-value'
import { membersOf } from './keyword-values'
import { shown, type Check, type SchemaScope } from './schema-check'

interface PatternMembers {
  readonly pattern: SafePattern
  readonly check: Check | null
}

/** Which schemas each property of an object is held to. */
export interface MemberPlan {
  /** `additionalProperties: false`; null when any name is allowed. */
  readonly closedCheck: Check | null
  readonly membersCheck: Check | null
}

/**
 * `properties`, `patternProperties` and `additionalProperties` belong together: a property that none of the first two names is an
 * additional one.
 */
export function memberPlan(scope: SchemaScope): MemberPlan {
  const named = new Map(
    membersOf(scope, 'properties').map(([name, schema]) => [name, scope.compile(schema, `properties/${name}`)]),
  )
  const patterns = patternMembers(scope)
  const { additionalProperties } = scope.schema
  const isFlag = additionalProperties === undefined || typeof additionalProperties === 'boolean'
  const others = isFlag ? null : scope.compile(additionalProperties, 'additionalProperties')
  const isEmpty = named.size === 0 && patterns.length === 0 && others === null
  return {
    closedCheck: additionalProperties === false ? closedCheck(named, patterns) : null,
    membersCheck: isEmpty ? null : membersCheck(named, patterns, others),
  }
}

function patternMembers(scope: SchemaScope): PatternMembers[] {
  return membersOf(scope, 'patternProperties').flatMap(([source, schema]) => {
    const pattern = compilePattern(source)
    if (!('problem' in pattern)) return [{ pattern, check: scope.compile(schema, `patternProperties/${source}`) }]
    scope.report(`the pattern ${shown(source)} cannot be used: ${pattern.problem}`)
    return []
  })
}

function closedCheck(named: ReadonlyMap<string, Check | null>, patterns: readonly PatternMembers[]): Check {
  const isAllowed = (name: string) => named.has(name) || patterns.some(({ pattern }) => pattern.test(name))
  return (value, run) => {
    if (!isJsonObject(value) || Object.keys(value).every(isAllowed)) return true
    return run.fail(() => {
      const names = Object.keys(value).filter((name) => !isAllowed(name))
      return `object instance has properties which are not allowed by the schema: ${shown(names.sort())}`
    })
  }
}

function membersCheck(
  named: ReadonlyMap<string, Check | null>,
  patterns: readonly PatternMembers[],
  others: Check | null,
): Check {
  return (value, run) => {
    if (!isJsonObject(value)) return true
    let isValid = true
    for (const name of Object.keys(value)) {
      const ownCheck = named.get(name)
      let isAdditional = ownCheck === undefined
      if (ownCheck && !run.inside(ownCheck, value[name])) isValid = false
      for (const { pattern, check } of patterns) {
        if (!pattern.test(name)) continue
        isAdditional = false
        if (check && !run.inside(check, value[name])) isValid = false
      }
      if (isAdditional && others !== null && !run.inside(others, value[name])) isValid = false
      if (!isValid && !run.collectsErrors) return false
    }
    return isValid
  }
}
