import type { TrafficShape } from '@shared/design/scenario'
import type { Millis } from '../engine/millis'
import { DEFAULT_EPOCH } from './default-epoch'
import { Random } from './random'
import { trafficCurve } from './traffic-curve'
import { exponentialOf } from './ziggurat'

/** Rounding of a time is less than this in any run of up to a month. */
const ROUNDING_MS = 1e-6

/**
 * The times at which one source sends, ascending, a block at a time; Infinity when it has no more. Of a CLOSED_LOOP the first request of
 * each user only: when the others come depends on the answers. Of a REPLAY none: its log has them.
 */
export class Arrivals {
  readonly nextBlock: (times: Float64Array) => void

  /** `epoch`: when the run begins, in milliseconds since 1970; it says which hour it is for DAILY and WEEKLY. */
  constructor(shape: TrafficShape, durationMs: Millis, seed: number, stream: number, epoch: number = DEFAULT_EPOCH) {
    this.nextBlock = filler(shape, durationMs, new Random(seed, stream), epoch)
  }
}

/** When a source ends that has `to`. A request at that time or later is not sent. */
export function endOf({ to = Infinity }: { readonly to?: number }, durationMs: Millis): Millis {
  return Math.min(to * 1000, durationMs)
}

/** A time that only rounding puts before the end is the end: 7 requests at 0.07 a second take 100 s, not a picosecond less. */
export function beforeEnd(time: Millis, end: Millis): Millis {
  return time < end - ROUNDING_MS ? time : Infinity
}

function filler(shape: TrafficShape, durationMs: Millis, random: Random, epoch: number): (times: Float64Array) => void {
  switch (shape.type) {
    case 'CONSTANT': {
      const from = (shape.from ?? 0) * 1000
      return byNumber((k) => from + (k * 1000) / shape.ratePerSecond, endOf(shape, durationMs))
    }
    case 'POISSON': {
      const from = (shape.from ?? 0) * 1000
      const { ratePerSecond } = shape
      const toTimes = (events: Float64Array): void => {
        for (let i = 0; i < events.length; i++) events[i] = from + (events[i]! * 1000) / ratePerSecond
      }
      return poisson(toTimes, endOf(shape, durationMs), random)
    }
    case 'BURST':
      return byNumber((k) => burstTime(shape, k), durationMs)
    case 'CLOSED_LOOP':
      return byNumber((k) => firstSend(shape, k), endOf(shape, durationMs))
    case 'REPLAY':
      return (times) => void times.fill(Infinity)
    default: {
      const curve = trafficCurve(shape, durationMs, epoch)
      const end = shape.type === 'RAMP' ? endOf(shape, durationMs) : durationMs
      const toTimes = (events: Float64Array): void => {
        for (let i = 0; i < events.length; i++) events[i] = curve.timeOf(events[i]!)
      }
      return poisson(toTimes, end, random)
    }
  }
}

/** The k-th arrival by a formula: no rounding error gathers, so evenly spaced arrivals meet whole tokens exactly. */
function byNumber(timeOf: (k: number) => Millis, end: Millis): (times: Float64Array) => void {
  let k = 0
  return (times) => {
    for (let i = 0; i < times.length; i++) times[i] = beforeEnd(timeOf(k++), end)
  }
}

/** Arrivals of a Poisson process: `toTimes` turns expected numbers of events into the times by which they are reached, a block of them. */
function poisson(toTimes: (events: Float64Array) => void, end: Millis, random: Random): (times: Float64Array) => void {
  const expected = new ExpectedEvents(random)
  return (times) => {
    expected.nextBlock(times)
    toTimes(times)
    for (let i = 0; i < times.length; i++) times[i] = beforeEnd(times[i]!, end)
  }
}

/**
 * The expected numbers of events at which those of a Poisson process happen. A class and a block at a time, for the sake of speed: a
 * number that a closure holds is allocated anew whenever it changes.
 */
class ExpectedEvents {
  private readonly random: Random
  private bits = new Int32Array(0)
  private reached = 0

  constructor(random: Random) {
    this.random = random
  }

  nextBlock(events: Float64Array): void {
    const { random } = this
    if (this.bits.length !== events.length) this.bits = new Int32Array(events.length)
    const { bits } = this
    random.fill(bits)
    let reached = this.reached
    for (let i = 0; i < events.length; i++) {
      reached += exponentialOf(bits[i]!, random)
      events[i] = reached
    }
    this.reached = reached
  }
}

function burstTime(shape: Extract<TrafficShape, { type: 'BURST' }>, k: number): Millis {
  const round = Math.floor(k / shape.count)
  if (round > 0 && shape.everyInSeconds === undefined) return Infinity
  const start = (shape.at + round * (shape.everyInSeconds ?? 0)) * 1000
  return start + ((k % shape.count) * (shape.spreadInSeconds ?? 0) * 1000) / shape.count
}

function firstSend(shape: Extract<TrafficShape, { type: 'CLOSED_LOOP' }>, user: number): Millis {
  if (user >= shape.users) return Infinity
  return ((shape.from ?? 0) + (user * (shape.rampUpInSeconds ?? 0)) / shape.users) * 1000
}
