import { RE2JS } from 're2js'
import { compilePattern } from '../../engine/validation/safe-pattern'
import { nativePattern } from './native-pattern'

/** A regular expression of a query. Whatever it and the text are, an answer comes soon. */
export interface InsightsPattern {
  readonly source: string
  /** Whether it matches somewhere. */
  test(text: string): boolean
}

/** One that says what its groups have found. */
export interface CapturingPattern extends InsightsPattern {
  /** Of each group its name, null for one without; in the order of their opening parentheses. */
  readonly groups: readonly (string | null)[]
  /** What each group found, null for one that took no part; null when the pattern matches nowhere. */
  capture(text: string): readonly (string | null)[] | null
}

/** Characters up to which the runtime's own matcher is let to a text. */
const SHORT_TEXT = 1024
const IGNORES_CASE = /^\(\?i\)/
const SPECIAL = /[\\^$.*+?()[\]{}|]/

/** Errors: `{ problem }` says what is wrong with the pattern. */
export function insightsPattern(source: string): InsightsPattern | { readonly problem: string } {
  if (source !== '' && !SPECIAL.test(source)) return { source, test: (text) => text.includes(source) }
  const safe = compilePattern(source)
  if ('problem' in safe) return safe
  const body = source.replace(IGNORES_CASE, '')
  const native = nativePattern(body, body !== source)
  const test =
    native === null ? safe.test : (text: string) => (text.length <= SHORT_TEXT ? native.test(text) : safe.test(text))
  return { source, test }
}

/**
 * The same for `parse`. Errors: `{ problem }`; lookaround and backreferences are refused here.
 */
export function capturingPattern(source: string): CapturingPattern | { readonly problem: string } {
  const plain = insightsPattern(source)
  if ('problem' in plain) return plain
  const re2 = compiledRe2(source)
  if (re2 === null) return { problem: 'lookaround and backreferences cannot be used in parse' }
  const names = new Map(Object.entries(re2.namedGroups()).map(([name, index]) => [index, name]))
  const groups = Array.from({ length: re2.groupCount() }, (_, index) => names.get(index + 1) ?? null)
  const body = source.replace(IGNORES_CASE, '')
  const native = nativePattern(body, body !== source)
  const capture = (text: string): readonly (string | null)[] | null =>
    native !== null && text.length <= SHORT_TEXT ? capturedBy(native, text) : capturedSafely(re2, text)
  return { ...plain, groups, capture }
}

function compiledRe2(source: string): RE2JS | null {
  try {
    return RE2JS.compile(source)
  } catch {
    // What RE2 has no word for.
    return null
  }
}

function capturedBy(pattern: RegExp, text: string): readonly (string | null)[] | null {
  const found = pattern.exec(text)
  return found === null ? null : found.slice(1).map((group: string | undefined) => group ?? null)
}

function capturedSafely(pattern: RE2JS, text: string): readonly (string | null)[] | null {
  const matcher = pattern.matcher(text)
  if (!matcher.find()) return null
  return Array.from({ length: matcher.groupCount() }, (_, index) => matcher.group(index + 1))
}
