import { GatewrightError } from '@shared/contract/errors'
import type { SimulationResult } from '@shared/contract/simulation'
import type { SimulatorRun } from './simulator-run'

/** Throws `simulator/unknown-run` for a run that has not come to its end. */
export function resultOf({ runId, result }: SimulatorRun): SimulationResult {
  if (result !== null) return result
  throw new GatewrightError('simulator/unknown-run', `Run ${runId} has no result: it did not come to its end.`)
}
