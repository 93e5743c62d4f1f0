import { create } from 'zustand'
import type { Result } from '@shared/contract/commands'
import { bridge } from '../contract-client'
import { latestOnly } from './latest-only'

export type TablesAt = Result<'simulator.tablesAt'>

/** The instant of a run that a person looks at; live while there is none. */
export interface MomentState {
  /** Virtual milliseconds; null while the run's latest state is shown. */
  readonly atMs: number | null
  /** The figures as they stood then, of the last instant that was answered. */
  readonly tables: TablesAt | null
  /** What is shown is of an instant asked for before. */
  readonly isBusy: boolean
  readonly failure: string | null
  /** Look at an instant that the run has passed. */
  show(runId: string, atMs: number): void
  /** Follow the run again. */
  live(): void
}

const LIVE = { atMs: null, tables: null, isBusy: false, failure: null } as const

/** How long the scrubber must rest before a run is played again. Milliseconds. */
const REST_MS = 80

interface Question {
  readonly runId: string
  readonly atMs: number
}

export const useMomentStore = create<MomentState>()((set, get) => {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const isCurrent = ({ atMs }: Question): boolean => get().atMs === atMs
  const questions = latestOnly<Question, TablesAt>({
    send: (question) => bridge.call('simulator.tablesAt', question),
    onAnswer: (tables, question) => {
      if (isCurrent(question)) set({ tables, failure: null, isBusy: false })
    },
    onFailure: (error, question) => {
      if (isCurrent(question)) set({ failure: error instanceof Error ? error.message : String(error), isBusy: false })
    },
    onBusy: () => undefined,
  })
  return {
    ...LIVE,
    show: (runId, atMs) => {
      if (get().atMs === atMs) return
      clearTimeout(waiting)
      set({ atMs, isBusy: true })
      waiting = setTimeout(() => questions.ask({ runId, atMs }), REST_MS)
    },
    live: () => {
      clearTimeout(waiting)
      set(LIVE)
    },
  }
})
