import { canonicalText } from './json-value'
import { countOf } from './keyword-values'
import type { Check, KeywordChecks, SchemaScope } from './schema-check'

/** `items`, `additionalItems`, `maxItems`, `minItems`, `uniqueItems`. Source: JSON Schema validation draft-04, 5.3. */
export function arrayKeywords(scope: SchemaScope): KeywordChecks {
  const counts = [maxItemsCheck(scope), minItemsCheck(scope), uniqueItemsCheck(scope)]
  const { items, additionalItems } = scope.schema
  if (!Array.isArray(items)) {
    return { own: counts, inner: [items === undefined ? null : everyItemCheck(scope.compile(items, 'items'))] }
  }
  const positions = items.map((item, index) => scope.compile(item, `items/${index}`))
  const isClosed = additionalItems === false
  const others = isFlag(additionalItems) ? null : scope.compile(additionalItems, 'additionalItems')
  return { own: [...counts, isClosed ? closedCheck(items.length) : null], inner: [positionsCheck(positions, others)] }
}

function isFlag(value: unknown): boolean {
  return value === undefined || typeof value === 'boolean'
}

function everyItemCheck(check: Check | null): Check | null {
  if (check === null) return null
  return (value, run) => {
    if (!Array.isArray(value)) return true
    let isValid = true
    for (const item of value) {
      if (!run.inside(check, item)) isValid = false
      if (!isValid && !run.collectsErrors) return false
    }
    return isValid
  }
}

/** Each item against the schema at its place, and those beyond against `others`. */
function positionsCheck(checks: readonly (Check | null)[], others: Check | null): Check {
  return (value, run) => {
    if (!Array.isArray(value)) return true
    let isValid = true
    for (let index = 0; index < value.length; index++) {
      const check = index < checks.length ? checks[index] : others
      if (check && !run.inside(check, value[index])) isValid = false
      if (!isValid && !run.collectsErrors) return false
    }
    return isValid
  }
}

function closedCheck(most: number): Check {
  return (value, run) =>
    !Array.isArray(value) ||
    value.length <= most ||
    run.fail(
      () => `array has additional items which are not allowed by the schema (allowed: ${most}, found: ${value.length})`,
    )
}

function maxItemsCheck(scope: SchemaScope): Check | null {
  const most = countOf(scope, 'maxItems')
  if (most === undefined) return null
  return (value, run) =>
    !Array.isArray(value) ||
    value.length <= most ||
    run.fail(() => `array is too long: must have at most ${most} elements but instance has ${value.length} elements`)
}

function minItemsCheck(scope: SchemaScope): Check | null {
  const least = countOf(scope, 'minItems')
  if (least === undefined) return null
  return (value, run) =>
    !Array.isArray(value) ||
    value.length >= least ||
    run.fail(() => `array is too short: must have at least ${least} elements but instance has ${value.length} elements`)
}

function uniqueItemsCheck({ schema }: SchemaScope): Check | null {
  if (schema.uniqueItems !== true) return null
  return (value, run) => {
    if (!Array.isArray(value)) return true
    const seen = new Set<string>()
    for (const item of value) {
      const text = canonicalText(item)
      if (seen.has(text)) return run.fail(() => 'array must not contain duplicate elements')
      seen.add(text)
    }
    return true
  }
}
