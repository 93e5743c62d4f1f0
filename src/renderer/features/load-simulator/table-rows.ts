import type { SampledRequest, Snapshot, SnapshotRow } from '@shared/contract/snapshot'
import { OUTCOME_INFO, OUTCOMES, type OutcomeFamily, type OutcomeName } from '@shared/outcome'

/** The key of the row that adds the others up. */
export const ALL_ROWS = '*'

/** The busiest first, then a row with the sum of all when there are several. */
export function rowsWithSum(rows: readonly SnapshotRow[]): SnapshotRow[] {
  const seen = rows.filter((row) => row.offered > 0).toSorted((a, b) => b.offered - a.offered)
  return seen.length > 1 ? [...seen, sumOf(seen)] : seen
}

function sumOf(rows: readonly SnapshotRow[]): SnapshotRow {
  const total = (member: Exclude<keyof SnapshotRow, 'key'>): number => rows.reduce((sum, row) => sum + row[member], 0)
  return {
    key: ALL_ROWS,
    offered: total('offered'),
    served: total('served'),
    cacheHit: total('cacheHit'),
    throttled: total('throttled'),
    quotaExceeded: total('quotaExceeded'),
    denied: total('denied'),
    rejected: total('rejected'),
    error: total('error'),
  }
}

/** One sampled request in words. */
export interface SampleRow {
  readonly requestId: number
  readonly atMs: number
  readonly routeKey: string
  /** null for requests without a key. */
  readonly apiKey: string | null
  readonly outcome: OutcomeName
  readonly status: number
  readonly family: OutcomeFamily
  readonly latencyMs: number
}

/** Families a person can ask for, in the order of the first chart. */
export const SAMPLE_FILTERS: readonly { readonly value: OutcomeFamily | 'all'; readonly label: string }[] = [
  { value: 'all', label: 'All outcomes' },
  { value: 'throttled', label: 'Throttled' },
  { value: 'denied', label: 'Denied' },
  { value: 'rejected', label: 'Refused by validation' },
  { value: 'error', label: 'Errors' },
  { value: 'served', label: 'Answered by backend' },
  { value: 'cacheHit', label: 'Answered from cache' },
]

/** The samples of one family or of all, in the order of time. */
export function sampleRows(
  snapshot: Pick<Snapshot, 'samples' | 'routes' | 'apiKeys'>,
  filter: OutcomeFamily | 'all',
): SampleRow[] {
  return snapshot.samples
    .flatMap((sample) => {
      const row = sampleRow(sample, snapshot)
      return row !== null && (filter === 'all' || row.family === filter) ? [row] : []
    })
    .toSorted((a, b) => a.atMs - b.atMs || a.requestId - b.requestId)
}

function sampleRow(
  sample: SampledRequest,
  { routes, apiKeys }: Pick<Snapshot, 'routes' | 'apiKeys'>,
): SampleRow | null {
  const outcome = OUTCOMES[sample.outcome]
  if (outcome === undefined) return null
  const { status, family } = OUTCOME_INFO[outcome]
  return {
    requestId: sample.requestId,
    atMs: sample.atMs,
    routeKey: routes[sample.route]?.key ?? '',
    apiKey: apiKeys[sample.apiKey]?.key || null,
    outcome,
    status,
    family,
    latencyMs: sample.latencyMs,
  }
}
