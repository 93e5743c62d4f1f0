import type { FailedTemplate, RenderedTemplate, TemplateCaseResult } from '@shared/contract/template'
import { diffJson } from '@shared/design/diff-json'
import type { TemplateExpectation } from '@shared/design/mapping-template'

/** How much of a line is quoted. Characters. */
const QUOTED = 32

/** What a case came to, in a few words: "line 16 is “"price": ”, expected “"price": 12.00”". */
export function describeCaseResult(expected: TemplateExpectation, result: TemplateCaseResult): string {
  const { outcome } = result
  if (result.result === 'pass') return outcome.ok ? 'as expected' : 'fails, as expected'
  if (!outcome.ok) return failure(outcome)
  if ('fails' in expected) return 'renders, a failure is expected'
  return outputDifference(expected.output, outcome.output) ?? overrideDifference(expected, outcome) ?? 'differs'
}

function failure({ error }: FailedTemplate): string {
  return error.range.line === 0 ? error.message : `line ${error.range.line}: ${error.message}`
}

function outputDifference(expected: string, actual: string): string | null {
  if (expected === actual) return null
  const [wanted, found] = [expected.split('\n'), actual.split('\n')]
  const at = wanted.findIndex((line, index) => line !== found[index])
  if (at === -1) return `goes on after line ${wanted.length}, where the end is expected`
  const [line, actualLine] = [wanted[at] ?? '', found[at]]
  if (actualLine === undefined) return `ends after line ${at}, ${wanted.length} lines are expected`
  if (withoutSpace(line) === withoutSpace(actualLine)) return `line ${at + 1} has other white space`
  return `line ${at + 1} is ${quoted(actualLine)}, expected ${quoted(line)}`
}

function withoutSpace(line: string): string {
  return line.replaceAll(/\s/g, '')
}

function quoted(line: string): string {
  const text = line.trim()
  if (text === '') return 'empty'
  return `“${text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text}”`
}

function overrideDifference(
  expected: Exclude<TemplateExpectation, { readonly fails: true }>,
  outcome: RenderedTemplate,
): string | null {
  for (const name of ['requestOverride', 'responseOverride'] as const) {
    if (expected[name] === undefined) continue
    const first = diffJson(expected[name], outcome[name]).find((each) => !isEmpty(each.before) || !isEmpty(each.after))
    if (first) return `${[name, ...first.path].join('.')} is ${shown(first.after)}, expected ${shown(first.before)}`
  }
  return null
}

/** The service makes empty maps for every render; they do not count. */
function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
}

function shown(value: unknown): string {
  if (value === undefined) return 'absent'
  const text = JSON.stringify(value) ?? 'unknown'
  return text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text
}
