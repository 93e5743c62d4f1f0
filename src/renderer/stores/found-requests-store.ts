import { create } from 'zustand'
import type { ListedRequest, RequestFilter } from '@shared/contract/simulation'
import { bridge } from '../contract-client'
import { latestOnly } from './latest-only'

/** How many requests are listed at most. */
export const LISTED_REQUESTS = 1000

/** Requests of a run that match a filter, whether they were sampled or not. */
export interface FoundRequestsState {
  readonly filter: RequestFilter
  /** Counts the times that something else than the filter's own fields asked. */
  readonly asked: number
  readonly isBusy: boolean
  readonly requests: readonly ListedRequest[]
  /** How many match; null before the first answer. */
  readonly matching: number | null
  /** The run they are of. */
  readonly runId: string | null
  readonly failure: string | null
  change(filter: RequestFilter): void
  find(runId: string): void
  /** The requests that were found, but not what was looked for. */
  forget(): void
  clear(): void
}

const EMPTY = { isBusy: false, requests: [], matching: null, runId: null, failure: null } as const

interface Question {
  readonly runId: string
  readonly filter: RequestFilter
}

export const useFoundRequestsStore = create<FoundRequestsState>()((set, get) => {
  const questions = latestOnly({
    send: ({ runId, filter }: Question) => bridge.call('simulator.requests', { runId, filter, limit: LISTED_REQUESTS }),
    onAnswer: ({ requests, matching }, { runId }) => set({ requests, matching, runId, failure: null }),
    onFailure: (error) => set({ ...EMPTY, failure: error instanceof Error ? error.message : String(error) }),
    onBusy: (isBusy) => set({ isBusy }),
  })
  return {
    ...EMPTY,
    filter: {},
    asked: 0,
    change: (filter) => set({ filter }),
    find: (runId) => questions.ask({ runId, filter: get().filter }),
    forget: () => set({ ...EMPTY }),
    clear: () => set({ ...EMPTY, filter: {} }),
  }
})
