import { useTemplateStore } from '../../stores/template-store'
import { whyNotStep } from './step-actions'

/** Why there is nothing to step through; null when there is. */
export function useStepReason(): string | null {
  return useTemplateStore(whyNotStep)
}
