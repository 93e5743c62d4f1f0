import { useEffect } from 'react'
import type { Scenario } from '@shared/design/scenario'
import { useMomentStore } from '../../stores/moment-store'
import { restartRun, runOrPause, stepRun } from '../../stores/run-actions'
import { useScenario } from './use-scenario'

/** Things that a key means something else to. */
const USES_SPACE =
  'button, a, input:not([type="range"]), select, textarea, summary, [contenteditable], [role="textbox"], [role="dialog"], [role="menu"], [role="row"], [role="treeitem"], [role="tab"], [role="option"], [role="switch"], [role="separator"], [role="radio"]'
const USES_LETTERS =
  'input:not([type="range"]), select, textarea, [contenteditable], [role="textbox"], [role="dialog"], [role="menu"]'
const USES_HOME = `${USES_LETTERS}, input, [role="slider"], [role="img"], [role="grid"], [role="row"], [role="tree"], [role="treeitem"], [role="tab"], [role="list"]`

/** Space runs and pauses, the full stop steps, Home starts again, wherever they do not mean something else. Escape looks at now again. */
export function useRunKeys(): void {
  const scenario = useScenario()?.scenario
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.repeat || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
      if (press(event, scenario)) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [scenario])
}

/** Whether the key was for the run. */
function press({ key, target }: KeyboardEvent, scenario: Scenario | undefined): boolean {
  const isIn = (selector: string): boolean => target instanceof Element && target.closest(selector) !== null
  if (document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return false
  if (key === ' ' && !isIn(USES_SPACE)) runOrPause(scenario)
  else if (key === '.' && !isIn(USES_LETTERS)) void stepRun(scenario, 'SECOND')
  else if (key === 'Home' && !isIn(USES_HOME)) restartRun(scenario)
  else if (key === 'Escape' && useMomentStore.getState().atMs !== null) useMomentStore.getState().live()
  else return false
  return true
}
