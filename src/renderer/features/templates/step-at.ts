import type { TemplateStep, TextSpan } from '@shared/contract/template'

/** Stepping stops at everything but plain text. */
export function isStop(step: TemplateStep): boolean {
  return step.kind !== 'text'
}

/** The stop after the step `from`; `from` null begins before the first. null when there is none. */
export function nextStop(steps: readonly TemplateStep[], from: number | null): number | null {
  const at = steps.findIndex((step, index) => index > (from ?? -1) && isStop(step))
  return at === -1 ? null : at
}

/** The stop before the step `from`; `from` null begins after the last. null when there is none. */
export function previousStop(steps: readonly TemplateStep[], from: number | null): number | null {
  const at = steps.findLastIndex((step, index) => index < (from ?? steps.length) && isStop(step))
  return at === -1 ? null : at
}

/** The next stop that begins on a line, from the top again when none follows. null when the line never runs. */
export function stopOnLine(steps: readonly TemplateStep[], line: number, from: number | null): number | null {
  const isThere = (step: TemplateStep): boolean => isStop(step) && step.source.line === line
  const after = steps.findIndex((step, index) => index > (from ?? -1) && isThere(step))
  if (after !== -1) return after
  const first = steps.findIndex(isThere)
  return first === -1 ? null : first
}

/** Steps that write what others write again: their parts are what one looks for. */
const CONTAINERS: readonly TemplateStep['kind'][] = ['foreach', 'round', 'if', 'macro', 'evaluate']

/** The step that wrote the character at an offset of the output: the smallest, and of equals the last. null for none. */
export function stepAtOutput(steps: readonly TemplateStep[], offset: number): number | null {
  return smallest(steps, (step) => step.output, offset)
}

/** The step at an offset of the template that wrote something: the smallest; of several turns the one nearest to `near`. */
export function stepAtSource(steps: readonly TemplateStep[], offset: number, near: number | null): number | null {
  const written = steps.map((step) => (isEmpty(step.output) ? null : step))
  const found = smallest(written, (step) => step.source, offset)
  const { source } = (found === null ? null : steps[found]) ?? {}
  if (found === null || source === undefined || near === null) return found
  const alike = steps.flatMap((step, index) =>
    step.source.start === source.start && step.source.end === source.end && !isEmpty(step.output) ? [index] : [],
  )
  return alike.toSorted((a, b) => Math.abs(a - near) - Math.abs(b - near))[0] ?? found
}

function isEmpty({ start, end }: TextSpan): boolean {
  return start >= end
}

function smallest(
  steps: readonly (TemplateStep | null)[],
  spanOf: (step: TemplateStep) => TextSpan,
  offset: number,
): number | null {
  let best: number | null = null
  let bestSize = Infinity
  for (const [index, step] of steps.entries()) {
    if (step === null || step.source.line === 0) continue
    const { start, end } = spanOf(step)
    const size = end - start + (CONTAINERS.includes(step.kind) ? 0.5 : 0)
    if (offset >= start && offset < end && size <= bestSize) {
      best = index
      bestSize = size
    }
  }
  return best
}
