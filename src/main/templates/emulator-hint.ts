import type {
  TemplateComparison,
  TemplateOutcome,
  TemplateProblem,
  TemplateRange,
  TemplateRecording,
} from '@shared/contract/template'

/** Shown of each side. */
const EXCERPT = 40

/** A hint at the part of a template that other emulators would render otherwise; null when they would not. */
export function emulatorHint(
  outcome: TemplateOutcome,
  comparison: TemplateComparison,
  recording: TemplateRecording | null,
): TemplateProblem | null {
  if (comparison.isSame || !outcome.ok || comparison.output === null) return null
  const at = firstDifference(outcome.output, comparison.output)
  return {
    code: 'template/emulators-differ',
    severity: 'info',
    message: `Emulators that render with velocityjs give ${excerpt(comparison.output, at)} where API Gateway gives ${excerpt(outcome.output, at)}.`,
    range: placeOf(at, recording),
  }
}

function firstDifference(ours: string, theirs: string): number {
  let at = 0
  while (at < ours.length && ours[at] === theirs[at]) at++
  return at
}

function excerpt(text: string, at: number): string {
  const rest = text.slice(at, at + EXCERPT)
  if (rest === '') return 'nothing'
  return JSON.stringify(at + EXCERPT < text.length ? `${rest}…` : rest)
}

/** The smallest part of the template that wrote this place of the output; the template's beginning without a recording. */
function placeOf(at: number, recording: TemplateRecording | null): TemplateRange {
  const writers = (recording?.steps ?? []).filter(
    ({ output, source }) => output.start <= at && at <= output.end && source.line > 0,
  )
  const [smallest] = writers.toSorted((a, b) => a.output.end - a.output.start - (b.output.end - b.output.start))
  return smallest?.source ?? { start: 0, end: 0, line: 1, column: 1, endLine: 1, endColumn: 1 }
}
