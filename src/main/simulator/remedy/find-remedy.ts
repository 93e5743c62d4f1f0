import type { Remedy } from '@shared/contract/simulation'
import { QUOTA_EXCEEDED } from '../../engine/outcome'
import { MAX_EVENTS_KEPT, type BucketHistory } from '../bucket-history'
import type { MetRequest } from '../met-request'
import type { PlayedRun, Turns } from '../played-run'
import { quotaRemedy } from './quota-remedy'
import { throttleRemedy } from './throttle-remedy'

/**
 * The smallest change that lets a request through, tried out by playing the run again; null when it was let through, when none was found,
 * and for requests that came so late that a dozen replays would take minutes. `history` is that of the bucket that refused it, if one did.
 */
export async function findRemedy(
  run: PlayedRun,
  met: MetRequest,
  history: BucketHistory | null,
  turns: Turns,
): Promise<Remedy | null> {
  const last = met.trace.at(-1)
  if (last === undefined || met.eventsBefore > MAX_EVENTS_KEPT) return null
  if (met.outcome === QUOTA_EXCEEDED) return quotaRemedy(run, met, last, turns)
  return history === null ? null : throttleRemedy(run, met, last, history, turns)
}
