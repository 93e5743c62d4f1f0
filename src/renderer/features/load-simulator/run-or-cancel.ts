import type { Scenario } from '@shared/design/scenario'
import { useRunStore } from '../../stores/run-store'

/** Start the scenario, or cancel the run that is under way. */
export function runOrCancel(scenario: Scenario | undefined): void {
  const { phase, start, cancel } = useRunStore.getState()
  if (phase === 'running') void cancel()
  else if (scenario !== undefined) void start(scenario)
}
