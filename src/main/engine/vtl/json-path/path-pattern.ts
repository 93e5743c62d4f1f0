import { compilePattern, type SafePattern } from '../../validation/safe-pattern'
import { JavaObject } from '../java/java-value'
import { invalidPath } from './path-exception'

/** A `java.util.regex.Pattern`: what stands between slashes in a filter, as in `/a.*b/i`. */
export class PathPattern extends JavaObject {
  override readonly className = 'java.util.regex.Pattern'

  constructor(
    readonly source: string,
    private readonly pattern: SafePattern,
  ) {
    super()
  }

  /** What matching a character costs, when visiting a value costs 1. */
  get costPerCharacter(): number {
    return this.pattern.isLinear ? 3 : 30
  }

  /** Whether the whole text matches. */
  matches(text: string): boolean {
    return this.pattern.test(text)
  }
}

/** Longer ones are no help to anybody. */
const MAX_LENGTH = 2_000

/**
 * Errors: InvalidPathException for text that is no regular expression.
 * Departure: read as ECMA-262 or RE2 read it, which for all that both know is what Java does; no pattern can take long.
 */
export function parsePathPattern(literal: string): PathPattern {
  const end = literal.lastIndexOf('/')
  if (end < 1) throw invalidPath(`${literal} is no regular expression`)
  const source = literal.slice(1, end)
  if (source.length > MAX_LENGTH) throw invalidPath(`A regular expression has more than ${MAX_LENGTH} characters`)
  const pattern = compilePattern(literal.endsWith('i') ? `(?i)${source}` : source, 'whole')
  if ('problem' in pattern) throw invalidPath(`The regular expression ${literal} can not be read: ${pattern.problem}`)
  return new PathPattern(source, pattern)
}
