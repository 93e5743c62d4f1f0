import { useTemplateStore } from '../../stores/template-store'
import { whyNotStep } from './step-actions'

/** Why there is nothing to step through; null when there is. */
export function useStepReason(): string | null {
  useTemplateStore((state) => state.shown)
  useTemplateStore((state) => state.name)
  return whyNotStep()
}
