import type { RatePoint } from '../load/rate-profile'

/** A load phase, as JSON. Source: Artillery documentation, "Test scripts", "phases". */
export type ArtilleryPhase =
  | { readonly pause: number | string }
  | {
      readonly duration: number | string
      readonly arrivalRate: number
      readonly rampTo?: number
      readonly mode?: 'poisson'
    }
  | { readonly duration: number | string; readonly arrivalCount: number }

/** Ramps are made of whole requests a second, so slower ones are given as a count. */
const SLOWEST_RAMP_PER_SECOND = 2

/** An expected rate as phases one after the other. The time after the last request has none. */
export function artilleryPhases(profile: readonly RatePoint[], isPoisson: boolean): ArtilleryPhase[] {
  const first = profile[0]
  if (first === undefined) return []
  const phases = profile.slice(1).flatMap((to, index): ArtilleryPhase[] => {
    const from = profile[index]!
    return to.at > from.at ? [phaseOf(from, to, isPoisson)] : []
  })
  const last = phases.findLastIndex((phase) => !('pause' in phase))
  return [...(first.at > 0 ? [{ pause: secondsText(first.at) }] : []), ...phases.slice(0, last + 1)]
}

function phaseOf(from: RatePoint, to: RatePoint, isPoisson: boolean): ArtilleryPhase {
  const seconds = to.at - from.at
  const duration = secondsText(seconds)
  const arrivalRate = rounded(from.ratePerSecond)
  const rampTo = rounded(to.ratePerSecond)
  if (arrivalRate === 0 && rampTo === 0) return { pause: duration }
  const mode = isPoisson ? { mode: 'poisson' as const } : {}
  if (arrivalRate === rampTo && typeof duration === 'number') return { duration, arrivalRate, ...mode }
  if (typeof duration === 'number' && Math.max(arrivalRate, rampTo) >= SLOWEST_RAMP_PER_SECOND)
    return { duration, arrivalRate, rampTo }
  const arrivalCount = Math.max(1, Math.round(((from.ratePerSecond + to.ratePerSecond) / 2) * seconds))
  return { duration, arrivalCount }
}

/** Whole seconds as a number, others in milliseconds: 90 -> 90, 0.25 -> "250ms". */
function secondsText(seconds: number): number | string {
  const ms = Math.max(1, Math.round(seconds * 1000))
  return ms % 1000 === 0 ? ms / 1000 : `${ms}ms`
}

function rounded(rate: number): number {
  return Number(rate.toFixed(3))
}
