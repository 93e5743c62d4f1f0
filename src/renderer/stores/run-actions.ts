import type { Scenario } from '@shared/design/scenario'
import { isUnderWay, useRunStore } from './run-store'

/** What Run and Pause do: start the scenario, or pause or resume the run that is under way. */
export function runOrPause(scenario: Scenario | undefined): void {
  const { phase, start, pause, resume } = useRunStore.getState()
  if (phase === 'running') void pause()
  else if (phase === 'paused') void resume()
  else if (scenario !== undefined) void start(scenario)
}

/** One step; without a run, the scenario begins with it and stays paused there. */
export async function stepRun(scenario: Scenario | undefined, by: 'SECOND' | 'EVENT'): Promise<void> {
  const { phase, start, step } = useRunStore.getState()
  if (!isUnderWay(phase)) {
    if (scenario === undefined) return
    await start(scenario, true)
  }
  await step(by)
}

/** From 0:00 again. */
export function restartRun(scenario: Scenario | undefined): void {
  if (scenario !== undefined) void useRunStore.getState().start(scenario)
}
