import { RE2JS } from 're2js'
import { matchesSomewhere } from './pattern/backtracking-matcher'
import { parsePattern } from './pattern/parse-pattern'
import type { PatternNode } from './pattern/pattern-node'
import { compileProgram } from './pattern/pattern-program'
import { writeRe2 } from './pattern/write-re2'

/** A compiled regular expression that always answers soon, whatever pattern and text are. */
export interface SafePattern {
  /** Whether the text matches. */
  test(text: string): boolean
  /**
   * True: time grows with the length of the text only. False: the pattern has lookaround, backreferences or very large counts; a text
   * that would cost too much counts as no match.
   */
  readonly isLinear: boolean
}

/** `anywhere`: some part of the text matches, as in a JSON Schema; `whole`: all of it, as for `identityValidationExpression`. */
export type PatternExtent = 'anywhere' | 'whole'

/** Far more than any pattern written by hand. */
const MAX_PATTERN_LENGTH = 20_000

/**
 * Compile a regular expression of ECMA-262, as models use them; inline flags and anchors of Java and RE2 (`(?i)`, `\A`, `\z`) are
 * understood as well.
 * Errors: `{ problem }` says what is wrong with the pattern and where.
 * Source: JSON Schema draft-04, 3.3 (ECMA-262, not anchored).
 * Departure: read with Unicode semantics (a character is a code point, `\p{Letter}` is known), where the service's engine counts
 * UTF-16 units.
 */
export function compilePattern(
  source: string,
  extent: PatternExtent = 'anywhere',
): SafePattern | { readonly problem: string } {
  if (source.length > MAX_PATTERN_LENGTH)
    return { problem: `the pattern is longer than ${MAX_PATTERN_LENGTH} characters` }
  const node = parsePattern(source)
  if ('problem' in node) return compileForeign(source, extent) ?? node
  const whole: PatternNode =
    extent === 'whole' ? { kind: 'sequence', parts: [{ kind: 'start' }, node, { kind: 'end' }] } : node
  const re2 = writeRe2(whole)
  return (re2 === null ? null : compileRe2(re2)) ?? compileBounded(whole)
}

/** The pattern as RE2 reads it, when ECMA-262 does not know what it means. */
function compileForeign(source: string, extent: PatternExtent): SafePattern | null {
  return compileRe2(extent === 'whole' ? `\\A(?:${source})\\z` : source)
}

function compileRe2(source: string): SafePattern | null {
  try {
    const pattern = RE2JS.compile(source)
    return { isLinear: true, test: (text) => pattern.test(text) }
  } catch {
    // Refused by RE2: a count over its limit, or text that is no pattern at all. The caller has another way or a message.
    return null
  }
}

function compileBounded(node: PatternNode): SafePattern | { readonly problem: string } {
  const program = compileProgram(node)
  if (program === null) return { problem: 'the counts of the pattern are too large' }
  return { isLinear: false, test: (text) => matchesSomewhere(program, text) }
}
