import type {
  TemplateComparison,
  TemplateOutcome,
  TemplateProblem,
  TemplateRecording,
  TemplateRenderAnswer,
  TemplateRenderRequest,
} from '@shared/contract/template'
import { compileTemplate } from '../engine/vtl/compile-template'
import { renderTemplate } from '../engine/vtl/render-template'
import { emulatorHint } from './emulator-hint'
import { missingValues } from './missing-values'
import { outputJson } from './output-json'

/** What another engine makes of a request, beside what ours made of it. */
export type CompareEngines = (request: TemplateRenderRequest, outcome: TemplateOutcome) => TemplateComparison

export interface RenderHost {
  /** Milliseconds that only ever grow; fractions count. */
  readonly now: () => number
  /** Null where there is no other engine. */
  readonly compare: CompareEngines | null
}

/** One render of the playground. Whatever the template does is in the answer; nothing is thrown. */
export function renderRequest(request: TemplateRenderRequest, host: RenderHost): TemplateRenderAnswer {
  const { template, event, profile, record } = request
  const compiled = compileTemplate(template, { record })
  const recordings: TemplateRecording[] = []
  const warnings: TemplateProblem[] = []
  const startedAt = host.now()
  const outcome = renderTemplate(compiled, event, {
    profile,
    now: host.now,
    onWarning: (warning) => warnings.push(warning),
    onRecording: (recording) => recordings.push(recording),
  })
  const durationMs = host.now() - startedAt
  const recording = recordings[0] ?? null
  const comparison = request.compare && host.compare ? host.compare(request, outcome) : null
  const emulators = comparison === null ? null : emulatorHint(outcome, comparison, recording)
  const hints = [
    ...compiled.warnings(),
    ...warnings,
    ...(recording === null ? [] : missingValues(recording, profile)),
    ...(emulators === null ? [] : [emulators]),
  ]
  return {
    outcome,
    problems: inOrder([...withFailure(compiled.problems, outcome), ...hints]),
    recording,
    comparison,
    json: outcome.ok ? outputJson(outcome.output) : null,
    durationMs,
  }
}

/** A template that does not parse fails with its first problem, which is in the list already. */
function withFailure(problems: readonly TemplateProblem[], outcome: TemplateOutcome): readonly TemplateProblem[] {
  if (outcome.ok) return problems
  const { error } = outcome
  const isKnown = problems.some(({ code, range }) => code === error.code && range.start === error.range.start)
  return isKnown ? problems : [...problems, error]
}

function inOrder(problems: readonly TemplateProblem[]): TemplateProblem[] {
  return problems.toSorted((a, b) => a.range.start - b.range.start)
}
