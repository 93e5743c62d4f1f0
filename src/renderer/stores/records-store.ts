import { create } from 'zustand'
import type { ServiceRecord } from '@shared/contract/services'
import { bridge } from '../contract-client'
import { latestOnly } from './latest-only'

/** What stand-ins for AWS services recorded, newest first, as far as it has been asked for. */
export interface RecordsStoreState {
  readonly records: readonly ServiceRecord[]
  /** Asks again; while an answer is on its way one further question waits. */
  refresh(): void
  clear(): void
}

const questions = latestOnly({
  send: (clear: boolean) => bridge.call('gateway.records', { clear }),
  onAnswer: ({ records }) => useRecordsStore.setState({ records }),
  onFailure: () => undefined,
  onBusy: () => undefined,
})

export const useRecordsStore = create<RecordsStoreState>()((set) => ({
  records: [],
  refresh: () => questions.ask(false),
  clear: () => {
    set({ records: [] })
    questions.ask(true)
  },
}))
