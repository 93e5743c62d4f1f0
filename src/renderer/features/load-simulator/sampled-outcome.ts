import type { Snapshot } from '@shared/contract/snapshot'
import { OUTCOMES, type OutcomeName } from '@shared/outcome'

/** How a kept request ended; null when it was not kept. */
export function sampledOutcome(snapshot: Pick<Snapshot, 'samples'> | null, requestId: number): OutcomeName | null {
  const sample = snapshot?.samples.find((kept) => kept.requestId === requestId)
  return sample ? (OUTCOMES[sample.outcome] ?? null) : null
}
