import { useCallSelection } from '../../stores/call-selection'
import { openInspector } from '../../stores/open-inspector'
import { useUiStore } from '../../stores/ui-store'
import type { LadderStep } from '../../ui/pipeline/ladder-step'

/** Select a row of the ladder; the inspector shows it. */
export function showStep(step: LadderStep): void {
  useUiStore.getState().selectStep(step)
  useCallSelection.getState().select(null)
  openInspector()
}

/** What is typed or chosen; a switch is turned with one key anyway. */
const FIELD = ':is(input:not([type="checkbox"]), textarea, select)'

/** Select the step and put the cursor into its first field. */
export function editStep(step: LadderStep): void {
  showStep(step)
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-testid="inspector"] ${FIELD}`)?.focus()
  })
}
