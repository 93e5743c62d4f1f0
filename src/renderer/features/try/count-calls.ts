import type { ManyCalls, ShownCall, StatusCount } from '../../stores/try-store'

/** One more call that came back, counted by its status; the least status first. */
export function countCall(many: ManyCalls, shown: ShownCall, durationMs: number): ManyCalls {
  const status = shown.kind === 'answered' ? shown.answer.status : 0
  const known = many.statuses.find((each) => each.status === status)
  const counted: StatusCount = {
    status,
    count: (known?.count ?? 0) + 1,
    fastestMs: Math.min(known?.fastestMs ?? Infinity, durationMs),
    slowestMs: Math.max(known?.slowestMs ?? 0, durationMs),
    totalMs: (known?.totalMs ?? 0) + durationMs,
    sample: known?.sample ?? shown,
  }
  const others = many.statuses.filter((each) => each.status !== status)
  return {
    ...many,
    done: many.done + 1,
    statuses: [...others, counted].toSorted((a, b) => a.status - b.status),
  }
}
