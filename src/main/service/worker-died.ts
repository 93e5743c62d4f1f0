import { GatewrightError } from '@shared/contract/errors'

export function workerDied(reason: string): GatewrightError {
  return new GatewrightError('simulator/worker-died', `The simulator stopped: ${reason}. Run the scenario again.`)
}
