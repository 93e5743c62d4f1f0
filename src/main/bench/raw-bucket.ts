import { Random } from '../simulator/random'

/** One token bucket over precomputed arrivals: what the machine can do at most, to put the simulator's figures beside. */
export function rawBucketRate(requests: number): number {
  const random = new Random(7, 1)
  const arrivals = new Float64Array(requests)
  for (let i = 0, time = 0; i < requests; i++) arrivals[i] = time += -Math.log(random.uniform()) / 12_000
  const runs = Array.from({ length: 6 }, () => {
    const start = performance.now()
    const admitted = takeAll(arrivals, 10_000, 5000)
    return admitted > 0 ? requests / (performance.now() - start) / 1000 : 0
  })
  return Math.max(...runs.slice(1))
}

function takeAll(arrivals: Float64Array, rate: number, burst: number): number {
  let tokens = burst
  let last = 0
  let admitted = 0
  for (let i = 0; i < arrivals.length; i++) {
    const now = arrivals[i]!
    tokens += (now - last) * rate
    if (tokens > burst) tokens = burst
    last = now
    if (tokens >= 1) {
      tokens -= 1
      admitted++
    }
  }
  return admitted
}
