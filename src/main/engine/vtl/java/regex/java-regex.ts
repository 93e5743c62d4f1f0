import { parseRegex } from './parse-regex'
import { compileRegex, type RegexProgram } from './regex-program'
import { RegexRun } from './regex-run'

/** Templates use the same few patterns in every round of a loop. */
const KEPT = 64
const compiled = new Map<string, RegexProgram>()

/**
 * `Pattern.compile(pattern)`, ready to run on a text.
 * Errors: JavaException `java.util.regex.PatternSyntaxException`.
 */
export function javaRegex(pattern: string): RegexProgram {
  const known = compiled.get(pattern)
  if (known !== undefined) return known
  const program = compileRegex(parseRegex(pattern))
  if (compiled.size >= KEPT) compiled.delete(compiled.keys().next().value ?? '')
  compiled.set(pattern, program)
  return program
}

/** `text.matches(pattern)`. */
export function matchesRegex(text: string, pattern: string): boolean {
  return new RegexRun(javaRegex(pattern), text).matchesWhole()
}

/** Every match from left to right, as `Matcher.find()` finds them; the slots given are the same array each time. */
export function* matchesIn(program: RegexProgram, text: string): Iterable<Int32Array> {
  const run = new RegexRun(program, text)
  let from = 0
  while (from <= text.length && run.find(from)) {
    yield run.slots
    const [start = 0, end = 0] = run.slots
    // An empty match is not found twice.
    from = start === end ? end + 1 : end
  }
}
