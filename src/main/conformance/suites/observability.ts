import { playedFile, skipped, type CaseResult, type ConformanceSuite } from '../conformance-suite'
import { playPricing, type PricingVector } from './cost/play-pricing'

/** Vectors of monitoring and of prices, one a file. Only prices are played: there is no monitoring to ask yet. */
export const OBSERVABILITY_SUITE: ConformanceSuite = {
  folder: 'observability',
  play(folder) {
    return folder.files
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => playedFile(file, () => [playVector(folder.json(file), file.replace(/\.json$/, ''))]))
  },
}

function playVector(content: unknown, fileName: string): CaseResult {
  const { id = fileName, area, given, expect } = (content ?? {}) as Partial<PricingVector> & { readonly area?: string }
  if (area !== 'pricing') return skipped(id, `the area "${String(area)}" cannot be played yet`)
  return playPricing({ id, given: given ?? {}, expect: expect ?? {} })
}
