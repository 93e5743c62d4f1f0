import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'
import type { PlayedRun, Turns } from './played-run'

/** Work that nobody interrupts. */
export const WITHOUT_BREAK: Turns = { pause: async () => undefined, isCancelled: () => false }

/** A run that came to its end. */
export function endedRun({ design, scenario }: { design: Design; scenario: Scenario }, epoch?: number): PlayedRun {
  return { design, scenario, reachedMs: Infinity, ...(epoch !== undefined && { epoch }) }
}
