import { isJsonObject } from './json-value'
import { countOf, membersOf, stringsOf } from './keyword-values'
import { memberPlan } from './member-plan'
import { shown, type Check, type KeywordChecks, type SchemaScope } from './schema-check'

/**
 * `required`, `properties`, `patternProperties`, `additionalProperties`, `dependencies`, `maxProperties`, `minProperties`.
 * Only what a value itself has counts as a property: "constructor" is missing from `{}`, and `__proto__` is a name like any other.
 * Source: JSON Schema validation draft-04, 5.4.
 */
export function objectKeywords(scope: SchemaScope): KeywordChecks {
  const plan = memberPlan(scope)
  return {
    own: [plan.closedCheck, ...dependencyChecks(scope), maxCheck(scope), minCheck(scope), requiredCheck(scope)],
    inner: [plan.membersCheck],
  }
}

function requiredCheck(scope: SchemaScope): Check | null {
  const names = stringsOf(scope, 'required')
  if (names === undefined) return null
  return (value, run) => {
    if (!isJsonObject(value) || names.every((name) => Object.hasOwn(value, name))) return true
    return run.fail(() => {
      const missing = names.filter((name) => !Object.hasOwn(value, name)).sort()
      return `object has missing required properties (${shown(missing)})`
    })
  }
}

function dependencyChecks(scope: SchemaScope): (Check | null)[] {
  return membersOf(scope, 'dependencies').map(([name, dependency]) =>
    Array.isArray(dependency) ? namesCheck(scope, name, dependency) : schemaCheck(scope, name, dependency),
  )
}

/** With this property the others named must be there as well. */
function namesCheck({ report }: SchemaScope, name: string, dependency: readonly unknown[]): Check {
  const needed = dependency.filter((entry) => typeof entry === 'string')
  if (needed.length < dependency.length) report(`"dependencies" of ${shown(name)} has entries that are not text`)
  return (value, run) => {
    if (!isJsonObject(value) || !Object.hasOwn(value, name)) return true
    if (needed.every((entry) => Object.hasOwn(value, entry))) return true
    return run.fail(() => {
      const missing = shown(needed.filter((entry) => !Object.hasOwn(value, entry)))
      const all = shown(needed)
      return `property ${shown(name)} of object has missing property dependencies (schema requires ${all}; missing: ${missing})`
    })
  }
}

/** With this property the whole object must match the schema as well. */
function schemaCheck(scope: SchemaScope, name: string, dependency: unknown): Check | null {
  const check = scope.compile(dependency, `dependencies/${name}`)
  if (check === null) return null
  return (value, run) => !isJsonObject(value) || !Object.hasOwn(value, name) || check(value, run)
}

function maxCheck(scope: SchemaScope): Check | null {
  const most = countOf(scope, 'maxProperties')
  if (most === undefined) return null
  return (value, run) => {
    const found = isJsonObject(value) ? Object.keys(value).length : 0
    if (found <= most) return true
    return run.fail(() => `object has too many properties (found ${found} but schema requires at most ${most})`)
  }
}

function minCheck(scope: SchemaScope): Check | null {
  const least = countOf(scope, 'minProperties')
  if (least === undefined) return null
  return (value, run) => {
    if (!isJsonObject(value) || Object.keys(value).length >= least) return true
    return run.fail(() => {
      const found = Object.keys(value).length
      return `object has too few properties (found ${found} but schema requires at least ${least})`
    })
  }
}
