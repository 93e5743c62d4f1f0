import type { TemplateStep } from '@shared/contract/template'
import { useTemplateStore } from '../../stores/template-store'

/** The step where stepping stands; null when it does not step. */
export function useCurrentStep(): TemplateStep | null {
  return useTemplateStore((state) =>
    state.cursor === null ? null : (state.shown?.answer.recording?.steps[state.cursor] ?? null),
  )
}
