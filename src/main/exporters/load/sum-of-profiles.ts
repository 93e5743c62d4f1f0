import type { RatePoint } from './rate-profile'

/** The rate of several sources together: straight lines between the corners of all of them. */
export function sumOfProfiles(profiles: readonly (readonly RatePoint[])[]): RatePoint[] {
  const times = [...new Set(profiles.flat().map(({ at }) => at))].sort((a, b) => a - b)
  const points = times.flatMap((at) => [
    { at, ratePerSecond: sum(profiles, (profile) => rateBeside(profile, at, 'before')) },
    { at, ratePerSecond: sum(profiles, (profile) => rateBeside(profile, at, 'after')) },
  ])
  return points.filter(({ at, ratePerSecond }, index) => {
    const before = points[index - 1]
    return before === undefined || before.at !== at || before.ratePerSecond !== ratePerSecond
  })
}

function sum(profiles: readonly (readonly RatePoint[])[], rate: (profile: readonly RatePoint[]) => number): number {
  return profiles.reduce((total, profile) => total + rate(profile), 0)
}

/** The limit of a profile's rate at a moment, coming from one side. Nothing before its first point and after its last. */
function rateBeside(profile: readonly RatePoint[], at: number, side: 'before' | 'after'): number {
  const isBefore = side === 'before'
  for (let index = 1; index < profile.length; index++) {
    const [from, to] = [profile[index - 1]!, profile[index]!]
    const isWithin = isBefore ? from.at < at && at <= to.at : from.at <= at && at < to.at
    if (!isWithin) continue
    const share = (at - from.at) / (to.at - from.at)
    return from.ratePerSecond + share * (to.ratePerSecond - from.ratePerSecond)
  }
  return 0
}
