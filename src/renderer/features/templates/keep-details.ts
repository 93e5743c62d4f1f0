import type { TemplateRenderAnswer } from '@shared/contract/template'

/** Hints that only a recording or a comparison can give. */
const DETAIL_CODES: ReadonlySet<string> = new Set(['template/missing-value', 'template/emulators-differ'])

/** An answer without recording and comparison, with those of the answer before until its own are there. */
export function keepDetails(answer: TemplateRenderAnswer, before: TemplateRenderAnswer | null): TemplateRenderAnswer {
  if (before === null || !answer.outcome.ok) return answer
  const hints = before.problems.filter(({ code }) => DETAIL_CODES.has(code))
  return {
    ...answer,
    recording: before.recording,
    comparison: before.comparison,
    problems: [...answer.problems, ...hints].toSorted((a, b) => a.range.start - b.range.start),
  }
}
