import { create } from 'zustand'
import { GatewrightError } from '@shared/contract/errors'
import type { SeekAnswer, SeekRequest, SweepCell, SweepRequest } from '@shared/contract/sweep'
import type { Scenario } from '@shared/design/scenario'
import type { Diagnostic } from '@shared/diagnostic'
import { bridge } from '../contract-client'
import { useDesignStore } from './design-store'

export type SweepPhase = 'idle' | 'running' | 'done' | 'cancelled' | 'failed'

/** The sweep on screen, and the search for the smallest value. They run beside the run on screen. */
export interface SweepState {
  readonly phase: SweepPhase
  readonly sweepId: string | null
  /** The sweep before this one: what it still sends is passed over. */
  readonly previousSweepId: string | null
  readonly request: SweepRequest | null
  readonly scenario: Scenario | null
  /** Runs. */
  readonly done: number
  readonly total: number
  readonly cells: readonly SweepCell[]
  readonly failure: string | null
  readonly diagnostics: readonly Diagnostic[]
  readonly seek: SeekState
  start(scenario: Scenario, request: SweepRequest): Promise<void>
  cancel(): Promise<void>
  findSmallest(scenario: Scenario, request: SeekRequest): Promise<void>
  reset(): void
}

/** What is looked for, and what came of it. */
export interface SeekState {
  readonly isBusy: boolean
  readonly request: SeekRequest | null
  readonly scenario: Scenario | null
  readonly answer: SeekAnswer | null
  readonly failure: string | null
}

const NO_SEEK: SeekState = { isBusy: false, request: null, scenario: null, answer: null, failure: null }
const NO_SWEEP = {
  phase: 'idle',
  sweepId: null,
  previousSweepId: null,
  request: null,
  scenario: null,
  done: 0,
  total: 0,
  cells: [],
  failure: null,
  diagnostics: [],
} as const

export const useSweepStore = create<SweepState>()((set, get) => ({
  ...NO_SWEEP,
  seek: NO_SEEK,
  start: async (scenario, request) => {
    useDesignStore.getState().sendNow()
    const { sweepId: before, previousSweepId } = get()
    set({ ...NO_SWEEP, phase: 'running', request, scenario, previousSweepId: before ?? previousSweepId })
    try {
      const { sweepId, runs } = await bridge.call('simulator.sweep', { scenario, ...request })
      // Quick sweeps may have told of all of their cells before this answer.
      set((state) => ({ sweepId, total: Math.max(state.total, runs) }))
    } catch (error) {
      set({ phase: 'failed', ...failureOf(error) })
    }
  },
  cancel: async () => {
    const { sweepId, phase } = get()
    if (sweepId !== null && phase === 'running') await bridge.call('simulator.cancelSweep', { sweepId })
  },
  findSmallest: async (scenario, request) => {
    useDesignStore.getState().sendNow()
    const asked: SeekState = { ...NO_SEEK, isBusy: true, request, scenario }
    const isCurrent = (): boolean => get().seek.request === request
    set({ seek: asked })
    try {
      const answer = await bridge.call('simulator.seek', { scenario, ...request })
      if (isCurrent()) set({ seek: { ...asked, isBusy: false, answer } })
    } catch (error) {
      const { failure } = failureOf(error)
      if (isCurrent()) set({ seek: { ...asked, isBusy: false, failure } })
    }
  },
  reset: () => set({ ...NO_SWEEP, seek: NO_SEEK }),
}))

function failureOf(error: unknown): Pick<SweepState, 'diagnostics'> & { failure: string } {
  const failure = error instanceof Error ? error.message : String(error)
  return { failure, diagnostics: error instanceof GatewrightError ? (error.details?.diagnostics ?? []) : [] }
}

/** Feed the store from the contract; called once by the app. */
export function subscribeSweepStore(): void {
  const isCurrent = (sweepId: string): boolean => {
    const state = useSweepStore.getState()
    if (state.phase !== 'running') return false
    return state.sweepId === null ? sweepId !== state.previousSweepId : sweepId === state.sweepId
  }
  bridge.on('simulator.sweepProgress', ({ sweepId, done, total, cells }) => {
    if (!isCurrent(sweepId)) return
    useSweepStore.setState((state) => ({ sweepId, done, total, cells: [...state.cells, ...cells] }))
  })
  bridge.on('simulator.sweepEnded', (ended) => {
    if (!isCurrent(ended.sweepId)) return
    useSweepStore.setState({ phase: ended.state, failure: ended.state === 'failed' ? ended.message : null })
  })
}
