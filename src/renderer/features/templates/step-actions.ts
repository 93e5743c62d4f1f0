import type { TemplateStep } from '@shared/contract/template'
import { activeTemplate, useTemplateStore } from '../../stores/template-store'
import { lineOf } from './line-of'
import { nextStop, previousStop, stepAtOutput, stepAtSource, stopOnLine } from './step-at'

const NO_STEPS: readonly TemplateStep[] = []

function steps(): readonly TemplateStep[] {
  return useTemplateStore.getState().shown?.answer.recording?.steps ?? NO_STEPS
}

function stepTo(cursor: number | null): void {
  useTemplateStore.getState().stepTo(cursor)
}

/** Why nothing can be stepped through now; null when it can. */
export function whyNotStep(): string | null {
  const { shown } = useTemplateStore.getState()
  if (activeTemplate() === null) return 'Open a template first'
  if (shown === null) return 'The template has not been rendered yet'
  return nextStop(steps(), null) === null ? 'Nothing runs in this template' : null
}

/** To the next directive or reference that ran; from the last one stepping ends. */
export function stepForward(): void {
  stepTo(nextStop(steps(), useTemplateStore.getState().cursor))
}

export function stepBack(): void {
  stepTo(previousStop(steps(), useTemplateStore.getState().cursor))
}

export function stepToStart(): void {
  stepTo(nextStop(steps(), null))
}

/** To the last step: variables as they are when the render ends. */
export function stepToEnd(): void {
  stepTo(previousStop(steps(), null))
}

export function stopStepping(): void {
  stepTo(null)
}

export function whyNotRunToCaret(): string | null {
  const reason = whyNotStep()
  if (reason !== null) return reason
  const line = caretLine()
  return stopOnLine(steps(), line, null) === null ? `Line ${line} does not run with this event` : null
}

/** To the next time that the line of the caret runs. */
export function runToCaret(): void {
  const { cursor } = useTemplateStore.getState()
  const at = stopOnLine(steps(), caretLine(), cursor)
  if (at !== null) stepTo(at)
}

function caretLine(): number {
  return lineOf(activeTemplate()?.template.source ?? '', useTemplateStore.getState().caret)
}

/** Show which part of the template wrote the text at an offset of the output. */
export function linkFromOutput(offset: number): void {
  const at = stepAtOutput(steps(), offset)
  link(at, 'output')
}

/** Show what the part of the template at an offset wrote; in a loop the turn nearest to where stepping stands. */
export function linkFromTemplate(offset: number): void {
  const at = stepAtSource(steps(), offset, useTemplateStore.getState().cursor)
  link(at, 'template')
}

function link(at: number | null, from: 'output' | 'template'): void {
  const step = at === null ? undefined : steps()[at]
  useTemplateStore.setState({
    link: step === undefined ? null : { template: step.source, output: step.output, from },
  })
}

/** Put the caret at the next problem after it, from the first again behind the last. */
export function goToNextProblem(): void {
  const { shown, caret, ask } = useTemplateStore.getState()
  const places = (shown?.answer.problems ?? []).map((problem) => problem.range.start)
  const next = places.find((start) => start > caret) ?? places[0]
  if (next !== undefined) ask({ kind: 'go-to', offset: next })
}

export function whyNotNextProblem(): string | null {
  if (activeTemplate() === null) return 'Open a template first'
  return (useTemplateStore.getState().shown?.answer.problems.length ?? 0) === 0 ? 'The template has no problem' : null
}
