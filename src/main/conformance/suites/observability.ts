import { playedFile, skipped, type CaseResult, type ConformanceSuite } from '../conformance-suite'
import { playPricing } from './cost/play-pricing'
import { playAlarm } from './observability/play-alarm'
import { playInsights } from './observability/play-insights'

interface Vector {
  readonly id: string
  readonly given: object
  readonly expect: object
}

/** By the area that a vector names. */
const AREAS: ReadonlyMap<string, (vector: Vector) => CaseResult> = new Map([
  ['alarm-evaluation', playAlarm],
  ['logs-insights-functions', playInsights],
  ['logs-insights-parse', playInsights],
  ['pricing', playPricing],
])

/** Vectors of monitoring and of prices, one a file. */
export const OBSERVABILITY_SUITE: ConformanceSuite = {
  folder: 'observability',
  play(folder) {
    return folder.files
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => playedFile(file, () => [playVector(folder.json(file), file.replace(/\.json$/, ''))]))
  },
}

function playVector(content: unknown, fileName: string): CaseResult {
  const vector = (content ?? {}) as Partial<Vector> & { readonly area?: string }
  const { id = fileName, area, given = {}, expect = {} } = vector
  const play = AREAS.get(String(area))
  return play === undefined
    ? skipped(id, `the area "${String(area)}" cannot be played yet`)
    : play({ id, given, expect })
}
