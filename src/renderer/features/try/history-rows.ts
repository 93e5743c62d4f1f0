import type { TracedRequest } from '@shared/contract/gateway'
import type { SentCall } from '../../stores/try-store'

/** One call in the history: by whom it was sent, and what became of it. */
export interface HistoryRow {
  readonly id: string
  readonly at: number
  readonly method: string
  readonly path: string
  /** 0 when no answer came. */
  readonly status: number
  /** What this window knows of a call of its own. */
  readonly sent: SentCall | null
  readonly call: TracedRequest | null
}

/** Calls that the gateway answered and those that this window sent, each once, the newest first. Both lists come so. */
export function historyRows(calls: readonly TracedRequest[], sent: readonly SentCall[]): HistoryRow[] {
  const own = new Map(sent.map((each) => [each.id, each]))
  const known = new Set(calls.map((call) => call.requestId))
  const recorded = calls.map((call): HistoryRow => {
    const mine = own.get(call.requestId) ?? null
    return {
      id: call.requestId,
      at: call.receivedAt,
      method: call.method,
      path: mine?.request.path ?? call.path,
      status: call.status,
      sent: mine,
      call,
    }
  })
  const others = sent.filter(({ id }) => !known.has(id)).map(rowOfSent)
  return others.length === 0 ? recorded : [...recorded, ...others].toSorted((a, b) => b.at - a.at)
}

function rowOfSent(sent: SentCall): HistoryRow {
  const { shown, request } = sent
  const status = shown.kind === 'answered' ? shown.answer.status : 0
  return { id: sent.id, at: sent.at, method: request.method, path: request.path, status, sent, call: null }
}

/** Whether all words of a filter occur in what the list shows. */
export function matchesHistory({ method, path, status }: HistoryRow, filter: string): boolean {
  const text = `${method} ${path} ${status === 0 ? 'no answer' : status}`.toLowerCase()
  return filter.split(/\s+/).every((word) => text.includes(word))
}
