import { meanLatency } from '@shared/design/mean-latency'
import type { LatencyDistribution, Scenario, TrafficShape } from '@shared/design/scenario'
import { DEFAULT_EPOCH } from './default-epoch'
import { trafficCurve } from './traffic-curve'

/** What is thought of a log before it is read. */
const REPLAY_RATE_PER_SECOND = 1000
/** How long an answer takes a closed loop's user, about. */
const ANSWER_MS = 100

/** Requests per second that a scenario sends on average; used to size things, never to decide. `epoch`: when the run begins. */
export function meanRate({ sources, durationInSeconds }: Scenario, epoch: number = DEFAULT_EPOCH): number {
  return sources.reduce((sum, { shape }) => sum + requestsOf(shape, durationInSeconds, epoch) / durationInSeconds, 0)
}

function requestsOf(shape: TrafficShape, durationInSeconds: number, epoch: number): number {
  switch (shape.type) {
    case 'CONSTANT':
    case 'POISSON':
      return shape.ratePerSecond * lengthOf(shape, durationInSeconds)
    case 'RAMP':
      return ((shape.fromRatePerSecond + shape.toRatePerSecond) / 2) * lengthOf(shape, durationInSeconds)
    case 'BURST': {
      const rounds = shape.everyInSeconds ? Math.ceil((durationInSeconds - shape.at) / shape.everyInSeconds) : 1
      return shape.count * Math.max(rounds, 0)
    }
    case 'CLOSED_LOOP':
      return shape.users * (1 + lengthOf(shape, durationInSeconds) / secondsPerRequest(shape.thinkTime))
    case 'REPLAY':
      return REPLAY_RATE_PER_SECOND * durationInSeconds
    default:
      return trafficCurve(shape, durationInSeconds * 1000, epoch).expectedBy(durationInSeconds * 1000)
  }
}

function secondsPerRequest(thinkTime: LatencyDistribution): number {
  return (meanLatency(thinkTime) + ANSWER_MS) / 1000
}

function lengthOf(
  { from = 0, to }: { readonly from?: number; readonly to?: number },
  durationInSeconds: number,
): number {
  return Math.max(0, Math.min(to ?? durationInSeconds, durationInSeconds) - from)
}
