import type { TemplateCaseResult } from '@shared/contract/template'
import type { Design } from '@shared/design/design'
import type { MappingTemplate } from '@shared/design/mapping-template'
import { firstDifference } from '../templates/first-difference'
import { runTemplateCases } from '../templates/run-template-case'
import { ANSWER_IS_NO, DONE, UsageError, type CommandIo } from './command'

/** Plays the saved cases of all templates of a design, or of one. Exit code 1 when one fails. Throws `UsageError` for an unknown name. */
export function playSavedCases(design: Design, name: string | undefined, isJson: boolean, io: CommandIo): number {
  const results: TemplateCaseResult[] = []
  for (const [templateName, template] of chosen(design, name)) {
    if (io.signal.aborted) break
    for (const result of runTemplateCases(templateName, template, () => performance.now())) {
      results.push(result)
      if (!isJson) for (const line of resultLines(result, template)) io.out(line)
    }
  }
  const failed = results.filter(({ result }) => result === 'fail').length
  const passed = results.length - failed
  if (isJson) io.out(JSON.stringify({ passed, failed, results }))
  else io.out(summary(passed, failed))
  return failed > 0 ? ANSWER_IS_NO : DONE
}

function chosen(design: Design, name: string | undefined): [string, MappingTemplate][] {
  const saved = Object.entries(design.templates ?? {})
  if (name === undefined) return saved
  const named = saved.filter(([each]) => each === name)
  if (named.length > 0) return named
  const known = saved.map(([each]) => `"${each}"`).join(', ')
  throw new UsageError(`No template is named "${name}": the design has ${known === '' ? 'none' : known}.`)
}

function summary(passed: number, failed: number): string {
  const total = passed + failed
  if (total === 0) return 'There is no case to play.'
  const cases = total === 1 ? '1 case' : `${total} cases`
  return failed === 0 ? `${cases} passed.` : `${failed} of ${cases} failed.`
}

/** "pass  echo.vtl: an order (0.3 ms)", and for a failure what differs. */
function resultLines(result: TemplateCaseResult, template: MappingTemplate): string[] {
  const { template: name, case: caseName, durationMs } = result
  const word = result.result === 'pass' ? 'pass' : 'FAIL'
  const line = `${word}  ${name}: ${caseName} (${durationMs.toFixed(1)} ms)`
  return result.result === 'pass' ? [line] : [line, ...reasonsOf(result, template).map((reason) => `      ${reason}`)]
}

function reasonsOf({ case: caseName, outcome }: TemplateCaseResult, { cases }: MappingTemplate): string[] {
  const expected = cases.find((each) => each.name === caseName)?.expected
  if (!outcome.ok) {
    const { message, range } = outcome.error
    return [`line ${range.line}, column ${range.column}: ${message}`]
  }
  if (!expected || 'fails' in expected) return ['It renders, and should fail.']
  const difference = firstDifference(expected.output, outcome.output)
  if (difference === null) return ['The output is as expected; what it writes to the overrides is not.']
  return [
    `line ${difference.line} of the output`,
    `expected ${shown(difference.expected)}`,
    `got      ${shown(difference.actual)}`,
  ]
}

/** A line in quotes, so that blanks are seen, cut when it is long. */
function shown(line: string | null): string {
  if (line === null) return 'no such line'
  return JSON.stringify(line.length > 500 ? `${line.slice(0, 497)}...` : line)
}
