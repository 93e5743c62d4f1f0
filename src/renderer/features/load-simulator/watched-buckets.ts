import { THROTTLE_LEVELS, type Snapshot, type ThrottleLevel } from '@shared/contract/snapshot'
import type { ChartSeries } from '../../ui/charts/chart-row'
import { bucketKey } from './chart-rows'

/** Lines that can be told apart in one chart. */
export const MAX_SHOWN_BUCKETS = 4

const LEVEL_LOOK: { readonly [level in ThrottleLevel]: Pick<ChartSeries, 'colour' | 'dash' | 'width'> } = {
  planMethod: { colour: 'level-plan-method', dash: '2 2', width: 1.5 },
  plan: { colour: 'level-plan', width: 1.75 },
  method: { colour: 'level-method', dash: '6 3', width: 1.75 },
  stage: { colour: 'level-method', dash: '1 3', width: 1.75 },
  account: { colour: 'level-account', dash: '8 3 2 3', width: 1.5 },
}

/** A second line of one level is told apart by its dashes. */
const REPEATED_DASHES = ['3 4', '10 3', '1 2']

/** Which buckets to show when nobody has chosen: of each level the one that came lowest, in the order they are asked. */
export function tightestBuckets(snapshot: Pick<Snapshot, 'buckets' | 'bucketSeries'>): number[] {
  return THROTTLE_LEVELS.flatMap((level) => {
    const ofLevel = snapshot.buckets.flatMap((bucket, index) =>
      bucket.level === level ? [{ index, lowest: lowestShare(snapshot.bucketSeries[index], bucket.burstLimit) }] : [],
    )
    const [tightest] = ofLevel.toSorted((a, b) => a.lowest - b.lowest || a.index - b.index)
    return tightest ? [tightest.index] : []
  }).slice(0, MAX_SHOWN_BUCKETS)
}

function lowestShare(levels: Float64Array | undefined, burstLimit: number): number {
  const lowest = (levels ?? new Float64Array()).reduce((least, level) => (level < least ? level : least), Infinity)
  return burstLimit > 0 ? lowest / burstLimit : Infinity
}

/** The lines of the chosen buckets. */
export function bucketLines(buckets: Snapshot['buckets'], chosen: readonly number[]): ChartSeries[] {
  const seen = new Map<ThrottleLevel, number>()
  return chosen.flatMap((index): ChartSeries[] => {
    const bucket = buckets[index]
    if (bucket === undefined) return []
    const before = seen.get(bucket.level) ?? 0
    seen.set(bucket.level, before + 1)
    const look = LEVEL_LOOK[bucket.level]
    const dash = before === 0 ? look.dash : REPEATED_DASHES[(before - 1) % REPEATED_DASHES.length]
    return [{ key: bucketKey(index), label: bucket.label, draw: 'line', ...look, dash }]
  })
}
