import type { TrafficShape } from '@shared/design/scenario'
import type { Millis } from '../engine/millis'
import { Random } from './random'
import { exponentialOf } from './ziggurat'

/** Rounding of a time is less than this in any run of up to a month. */
const ROUNDING_MS = 1e-6

/** The times at which one source sends, ascending, a block at a time; Infinity when it has no more. */
export class Arrivals {
  readonly nextBlock: (times: Float64Array) => void

  constructor(shape: TrafficShape, durationMs: Millis, seed: number, stream: number) {
    this.nextBlock = filler(shape, durationMs, new Random(seed, stream))
  }
}

function filler(shape: TrafficShape, durationMs: Millis, random: Random): (times: Float64Array) => void {
  if (shape.type === 'BURST') return byNumber((k) => burstTime(shape, k), durationMs)
  const from = (shape.from ?? 0) * 1000
  const end = Math.min((shape.to ?? Infinity) * 1000, durationMs)
  if (shape.type === 'CONSTANT') return byNumber((k) => from + (k * 1000) / shape.ratePerSecond, end)
  if (shape.type === 'POISSON') return poisson((events) => from + (events * 1000) / shape.ratePerSecond, end, random)
  const length = (shape.to === undefined ? durationMs : shape.to * 1000) - from
  const rampTime = inverseOfRamp(shape.fromRatePerSecond / 1000, shape.toRatePerSecond / 1000, length)
  return poisson((events) => from + rampTime(events), end, random)
}

/** The k-th arrival by a formula: no rounding error gathers, so evenly spaced arrivals meet whole tokens exactly. */
function byNumber(timeOf: (k: number) => Millis, end: Millis): (times: Float64Array) => void {
  let k = 0
  return (times) => {
    for (let i = 0; i < times.length; i++) times[i] = before(timeOf(k++), end)
  }
}

/** Arrivals of a Poisson process whose expected number by a time has this inverse. */
function poisson(
  timeOf: (expectedEvents: number) => Millis,
  end: Millis,
  random: Random,
): (times: Float64Array) => void {
  let expected = 0
  let bits = new Int32Array(0)
  return (times) => {
    if (bits.length !== times.length) bits = new Int32Array(times.length)
    random.fill(bits)
    for (let i = 0; i < times.length; i++) {
      expected += exponentialOf(bits[i]!, random)
      times[i] = before(timeOf(expected), end)
    }
  }
}

/** A time that only rounding puts before the end is the end: 7 requests at 0.07 a second take 100 s, not a picosecond less. */
function before(time: Millis, end: Millis): Millis {
  return time < end - ROUNDING_MS ? time : Infinity
}

function burstTime(shape: Extract<TrafficShape, { type: 'BURST' }>, k: number): Millis {
  const round = Math.floor(k / shape.count)
  if (round > 0 && shape.everyInSeconds === undefined) return Infinity
  const start = (shape.at + round * (shape.everyInSeconds ?? 0)) * 1000
  return start + ((k % shape.count) * (shape.spreadInSeconds ?? 0) * 1000) / shape.count
}

/** Expected events grow as a t + (b - a) t^2 / 2L; this gives t, in the form that does not cancel. Rates per millisecond. */
function inverseOfRamp(a: number, b: number, lengthMs: Millis): (events: number) => Millis {
  const slope = (b - a) / lengthMs
  return (events) => {
    const underRoot = a * a + 2 * slope * events
    return underRoot < 0 ? Infinity : (2 * events) / (a + Math.sqrt(underRoot))
  }
}
