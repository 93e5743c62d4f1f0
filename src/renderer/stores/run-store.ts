import { create } from 'zustand'
import type { SimulationExplanation, SimulationResult } from '@shared/contract/simulation'
import { GatewrightError } from '@shared/contract/errors'
import type { Snapshot } from '@shared/contract/snapshot'
import type { Scenario } from '@shared/design/scenario'
import type { Diagnostic } from '@shared/diagnostic'
import { bridge } from '../contract-client'

export type RunPhase = 'idle' | 'running' | 'done' | 'cancelled' | 'failed'

/** The simulation on screen. Components select narrowly: the snapshot changes four times a second while a run streams. */
export interface RunState {
  readonly phase: RunPhase
  readonly runId: string | null
  /** The run before this one: what it still sends is passed over. */
  readonly previousRunId: string | null
  readonly scenario: Scenario | null
  readonly snapshot: Snapshot | null
  /** The exact figures, once a run is done. */
  readonly result: SimulationResult | null
  readonly failure: string | null
  /** What is wrong with the scenario or the design, when that is why a run could not start. */
  readonly diagnostics: readonly Diagnostic[]
  readonly explanation: SimulationExplanation | null
  start(scenario: Scenario): Promise<void>
  cancel(): Promise<void>
  explain(requestId: number): Promise<void>
  closeExplanation(): void
  reset(): void
}

const IDLE = {
  phase: 'idle',
  runId: null,
  previousRunId: null,
  scenario: null,
  snapshot: null,
  result: null,
  failure: null,
  diagnostics: [],
  explanation: null,
} as const

function failureOf(error: unknown): Pick<RunState, 'failure' | 'diagnostics'> {
  if (!(error instanceof GatewrightError))
    return { failure: error instanceof Error ? error.message : String(error), diagnostics: [] }
  return { failure: error.message, diagnostics: error.details?.diagnostics ?? [] }
}

export const useRunStore = create<RunState>()((set, get) => ({
  ...IDLE,
  start: async (scenario) => {
    const { runId: before, previousRunId } = get()
    set({ ...IDLE, phase: 'running', scenario, previousRunId: before ?? previousRunId })
    try {
      const { runId } = await bridge.call('simulator.start', { scenario })
      // A short run may have sent everything before this answer: keep what came, only note whose it is.
      set({ runId })
    } catch (error) {
      set({ phase: 'failed', ...failureOf(error) })
    }
  },
  cancel: async () => {
    const { runId, phase } = get()
    if (runId !== null && phase === 'running') await bridge.call('simulator.cancel', { runId })
  },
  explain: async (requestId) => {
    const { runId } = get()
    if (runId !== null) set({ explanation: await bridge.call('simulator.explain', { runId, requestId }) })
  },
  closeExplanation: () => set({ explanation: null }),
  reset: () => {
    const { runId, previousRunId } = get()
    set({ ...IDLE, previousRunId: runId ?? previousRunId })
  },
}))

/** Feed the store from the contract; called once by the app. */
export function subscribeRunStore(): void {
  // Until main has named the run that was just started, anything but the one before it is the new one.
  const isCurrent = (runId: string): boolean => {
    const state = useRunStore.getState()
    return state.runId === null ? runId !== state.previousRunId : runId === state.runId
  }
  bridge.on('simulator.snapshot', (snapshot) => {
    if (isCurrent(snapshot.runId)) useRunStore.setState({ snapshot, runId: snapshot.runId })
  })
  bridge.on('simulator.ended', (ended) => {
    if (!isCurrent(ended.runId)) return
    useRunStore.setState({
      phase: ended.state,
      runId: ended.runId,
      failure: ended.state === 'failed' ? ended.message : null,
    })
    if (ended.state !== 'done') return
    void bridge.call('simulator.result', { runId: ended.runId }).then((result) => {
      if (isCurrent(ended.runId)) useRunStore.setState({ result })
    })
  })
}
