import { isMultipleOf } from './exact-multiple'
import { numberOf } from './keyword-values'
import type { Check, KeywordChecks, SchemaScope } from './schema-check'

/**
 * `multipleOf`, `maximum`, `minimum` and their exclusive forms. Source: JSON Schema validation draft-04, 5.1.
 * Departure: the service's notes call `exclusiveMinimum` unsupported; here it is checked.
 */
export function numberKeywords(scope: SchemaScope): KeywordChecks {
  return { own: [maximumCheck(scope), minimumCheck(scope), multipleOfCheck(scope)] }
}

function maximumCheck(scope: SchemaScope): Check | null {
  const maximum = numberOf(scope, 'maximum')
  const isExclusive = isExclusiveBound(scope, 'exclusiveMaximum')
  if (maximum === undefined) return null
  return (value, run) => {
    if (typeof value !== 'number' || value < maximum) return true
    if (value > maximum) {
      return run.fail(
        () => `numeric instance is greater than the required maximum (maximum: ${maximum}, found: ${value})`,
      )
    }
    return !isExclusive || run.fail(() => `numeric instance is not strictly lower than the required maximum ${maximum}`)
  }
}

function minimumCheck(scope: SchemaScope): Check | null {
  const minimum = numberOf(scope, 'minimum')
  const isExclusive = isExclusiveBound(scope, 'exclusiveMinimum')
  if (minimum === undefined) return null
  return (value, run) => {
    if (typeof value !== 'number' || value > minimum) return true
    if (value < minimum) {
      return run.fail(
        () => `numeric instance is lower than the required minimum (minimum: ${minimum}, found: ${value})`,
      )
    }
    return (
      !isExclusive || run.fail(() => `numeric instance is not strictly greater than the required minimum ${minimum}`)
    )
  }
}

/** In draft-04 a flag beside the bound; a number is the form of later drafts and has no meaning here. */
function isExclusiveBound({ schema, report }: SchemaScope, keyword: string): boolean {
  const value = schema[keyword]
  if (value !== undefined && typeof value !== 'boolean') report(`"${keyword}" is not true or false`)
  return value === true
}

function multipleOfCheck(scope: SchemaScope): Check | null {
  const divisor = numberOf(scope, 'multipleOf')
  if (divisor === undefined) return null
  if (divisor <= 0) {
    scope.report('"multipleOf" is not greater than 0')
    return null
  }
  return (value, run) =>
    typeof value !== 'number' ||
    isMultipleOf(value, divisor) ||
    run.fail(() => `remainder of division is not zero (${value} / ${divisor})`)
}
