import type { LoadArrival, LoadSource } from '../load/load-plan'
import type { RatePoint } from '../load/rate-profile'

/** The options of one k6 scenario, as JSON. Source: k6 documentation, "Scenarios", "Executors". */
export interface K6Executor {
  readonly executor: 'constant-arrival-rate' | 'ramping-arrival-rate' | 'constant-vus' | 'ramping-vus'
  readonly exec: string
  readonly env: { readonly SOURCE: string }
  readonly startTime?: string
  readonly [option: string]: unknown
}

/** k6 wants whole numbers of iterations; a longer unit keeps rates that are not. Seconds. */
const TIME_UNITS = [
  { text: '1s', seconds: 1 },
  { text: '1m', seconds: 60 },
  { text: '1h', seconds: 3600 },
] as const
/** Arrival rates run for a second at least. */
const SHORTEST_SECONDS = 1
/** How long a virtual user is taken to be busy with a request before its retries. Seconds. */
const BUSY_SECONDS = 0.2
const MOST_VUS = 20_000

/** How k6 makes a source's requests arrive. `index` is its place in the script's SOURCES. */
export function k6Executor({ arrival, retry }: LoadSource, index: number): K6Executor {
  const common = { exec: 'run', env: { SOURCE: String(index) } }
  if (arrival.kind === 'users') return { ...usersExecutor(arrival), ...common }
  const busySeconds = BUSY_SECONDS + (retry === null ? 0 : Math.min(retry.delayMs, retry.maxDelayMs) / 1000)
  return { ...rateExecutor(withoutSilence(arrival.profile), busySeconds), ...common }
}

function usersExecutor({ users, rampUpInSeconds, from, to }: Extract<LoadArrival, { kind: 'users' }>) {
  const vus = Math.max(1, Math.round(users))
  const start = from > 0 ? { startTime: durationText(from) } : {}
  const length = to - from
  if (rampUpInSeconds <= 0) return { executor: 'constant-vus' as const, ...start, vus, duration: durationText(length) }
  const rampUp = Math.min(rampUpInSeconds, length)
  const stages = [
    { duration: durationText(rampUp), target: vus },
    ...(length > rampUp ? [{ duration: durationText(length - rampUp), target: vus }] : []),
  ]
  return { executor: 'ramping-vus' as const, ...start, startVUs: 0, stages }
}

function rateExecutor(profile: readonly RatePoint[], busySeconds: number) {
  const first = profile[0]!
  const peak = Math.max(...profile.map(({ ratePerSecond }) => ratePerSecond))
  const { text: timeUnit, seconds: unit } = timeUnitOf(profile)
  const start = first.at > 0 ? { startTime: durationText(first.at) } : {}
  const vus = {
    preAllocatedVUs: Math.min(MOST_VUS, Math.max(1, Math.ceil(peak * busySeconds))),
    maxVUs: Math.min(MOST_VUS, Math.max(10, Math.ceil(peak * busySeconds * 10))),
  }
  if (profile.every(({ ratePerSecond }) => ratePerSecond === first.ratePerSecond)) {
    const length = profile.at(-1)!.at - first.at
    const duration = Math.max(SHORTEST_SECONDS, length)
    const rate = Math.max(1, Math.round((first.ratePerSecond * unit * length) / duration))
    return {
      executor: 'constant-arrival-rate' as const,
      ...start,
      rate,
      timeUnit,
      duration: durationText(duration),
      ...vus,
    }
  }
  const stages = profile.slice(1).map(({ at, ratePerSecond }, index) => ({
    duration: durationText(at - profile[index]!.at),
    target: Math.round(ratePerSecond * unit),
  }))
  const startRate = Math.round(first.ratePerSecond * unit)
  return { executor: 'ramping-arrival-rate' as const, ...start, startRate, timeUnit, stages, ...vus }
}

/** Without the time before the first request and after the last, and without points between alike ones. */
function withoutSilence(profile: readonly RatePoint[]): RatePoint[] {
  const sends = profile.map(({ ratePerSecond }) => ratePerSecond > 0)
  const [first, last] = [sends.indexOf(true), sends.lastIndexOf(true)]
  const isRamp = (from: number, to: number): boolean => profile[from]!.at !== profile[to]!.at
  const begin = first > 0 && isRamp(first - 1, first) ? first - 1 : first
  const end = last < profile.length - 1 && isRamp(last, last + 1) ? last + 1 : last
  const kept = profile.slice(begin, end + 1)
  return kept.filter((point, index) => {
    const [before, after] = [kept[index - 1], kept[index + 1]]
    if (before === undefined || after === undefined) return true
    return before.ratePerSecond !== point.ratePerSecond || after.ratePerSecond !== point.ratePerSecond
  })
}

function timeUnitOf(profile: readonly RatePoint[]) {
  const isWhole = (seconds: number): boolean =>
    profile.every(({ ratePerSecond }) => Math.abs(ratePerSecond * seconds - Math.round(ratePerSecond * seconds)) < 1e-6)
  return TIME_UNITS.find(({ seconds }) => isWhole(seconds)) ?? TIME_UNITS[2]
}

/** 90 -> "90s", 0.25 -> "250ms". */
function durationText(seconds: number): string {
  const ms = Math.max(0, Math.round(seconds * 1000))
  return ms % 1000 === 0 ? `${ms / 1000}s` : `${ms}ms`
}
