import { compilePattern } from '../safe-pattern'
import { codePointLength } from './json-value'
import { countOf } from './keyword-values'
import { shown, type Check, type KeywordChecks, type SchemaScope } from './schema-check'

/** `maxLength`, `minLength` and `pattern`. Source: JSON Schema validation draft-04, 5.2. Departure: none; `format` is never checked. */
export function stringKeywords(scope: SchemaScope): KeywordChecks {
  return { own: [maxLengthCheck(scope), minLengthCheck(scope), patternCheck(scope)] }
}

function maxLengthCheck(scope: SchemaScope): Check | null {
  const most = countOf(scope, 'maxLength')
  if (most === undefined) return null
  return (value, run) => {
    // Never more code points than UTF-16 units, so most texts need no counting.
    if (typeof value !== 'string' || value.length <= most || codePointLength(value) <= most) return true
    return run.fail(
      () => `string ${shown(value)} is too long (length: ${codePointLength(value)}, maximum allowed: ${most})`,
    )
  }
}

function minLengthCheck(scope: SchemaScope): Check | null {
  const least = countOf(scope, 'minLength')
  if (least === undefined) return null
  return (value, run) => {
    if (typeof value !== 'string' || value.length >= 2 * least || codePointLength(value) >= least) return true
    return run.fail(
      () => `string ${shown(value)} is too short (length: ${codePointLength(value)}, required minimum: ${least})`,
    )
  }
}

function patternCheck({ schema, report }: SchemaScope): Check | null {
  const source = schema.pattern
  if (source === undefined) return null
  if (typeof source !== 'string') {
    report('"pattern" is not text')
    return null
  }
  const pattern = compilePattern(source)
  if ('problem' in pattern) {
    report(`the pattern ${shown(source)} cannot be used: ${pattern.problem}`)
    return null
  }
  return (value, run) =>
    typeof value !== 'string' ||
    pattern.test(value) ||
    run.fail(() => `ECMA 262 regex ${shown(source)} does not match input string ${shown(value)}`)
}
