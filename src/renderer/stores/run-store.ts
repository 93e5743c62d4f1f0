import { create } from 'zustand'
import { GatewrightError } from '@shared/contract/errors'
import type { PlaySpeed, RunControl, SimulationExplanation, SimulationResult } from '@shared/contract/simulation'
import type { Snapshot } from '@shared/contract/snapshot'
import type { Design } from '@shared/design/design'
import type { LimitChange, Scenario } from '@shared/design/scenario'
import type { Diagnostic } from '@shared/diagnostic'
import { bridge } from '../contract-client'
import { useDesignStore } from './design-store'
import { useFoundRequestsStore } from './found-requests-store'
import { useKeptRunsStore } from './kept-runs-store'
import { useMomentStore } from './moment-store'
import { useSweepStore } from './sweep-store'

export type RunPhase = 'idle' | 'running' | 'paused' | 'done' | 'cancelled' | 'failed'

/** The simulation on screen. Components select narrowly: the snapshot changes four times a second while a run streams. */
export interface RunState {
  readonly phase: RunPhase
  readonly runId: string | null
  /** The run before this one: what it still sends is passed over. */
  readonly previousRunId: string | null
  readonly scenario: Scenario | null
  /** The design that the run goes on with. */
  readonly design: Design | null
  /** How fast runs go; chosen by a person and kept from run to run. */
  readonly speed: PlaySpeed
  readonly snapshot: Snapshot | null
  /** The exact figures, once a run is done. */
  readonly result: SimulationResult | null
  readonly failure: string | null
  /** What is wrong with the scenario or the design, when that is why a run could not start. */
  readonly diagnostics: readonly Diagnostic[]
  readonly explanation: SimulationExplanation | null
  /** The request whose explanation is being worked out. */
  readonly explaining: number | null
  start(scenario: Scenario, isPaused?: boolean): Promise<void>
  pause(): Promise<void>
  resume(): Promise<void>
  /** Goes on to the next second or event and stays there. */
  step(by: 'SECOND' | 'EVENT'): Promise<void>
  setSpeed(speed: PlaySpeed): Promise<void>
  /** A paused run gets other limits from where it is, and `design` is what it now runs. */
  changeLimits(limits: readonly Omit<LimitChange, 'at'>[], design: Design): Promise<void>
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
  design: null,
  snapshot: null,
  result: null,
  failure: null,
  diagnostics: [],
  explanation: null,
  explaining: null,
} as const

function failureOf(error: unknown): Pick<RunState, 'failure' | 'diagnostics'> {
  if (!(error instanceof GatewrightError))
    return { failure: error instanceof Error ? error.message : String(error), diagnostics: [] }
  return { failure: error.message, diagnostics: error.details?.diagnostics ?? [] }
}

/** What was looked at or looked for belongs to the time before a run goes on. */
function goOn(): void {
  useMomentStore.getState().live()
  useFoundRequestsStore.getState().forget()
}

/** Whether a run can go on. */
export function isUnderWay(phase: RunPhase): boolean {
  return phase === 'running' || phase === 'paused'
}

export const useRunStore = create<RunState>()((set, get) => {
  /** A run that ended while the person's wish was on its way, or that made room for another one (a lesson), cannot be controlled any more. */
  async function control(change: RunControl): Promise<void> {
    const { runId } = get()
    if (runId === null || !isUnderWay(get().phase)) return
    try {
      await bridge.call('simulator.control', { runId, ...change })
    } catch (error) {
      if (get().runId !== runId || !isUnderWay(get().phase)) return
      if (!(error instanceof GatewrightError && error.code === 'simulator/unknown-run')) throw error
      set({ phase: 'cancelled' })
    }
  }

  return {
    ...IDLE,
    speed: 'MAX',
    start: async (scenario, isPaused = false) => {
      const { runId: before, previousRunId, speed } = get()
      const { design, sendNow } = useDesignStore.getState()
      sendNow()
      useMomentStore.getState().live()
      set({
        ...IDLE,
        phase: isPaused ? 'paused' : 'running',
        scenario,
        design,
        previousRunId: before ?? previousRunId,
      })
      try {
        const { runId } = await bridge.call('simulator.start', { scenario, speed, isPaused })
        // A short run may have sent everything before this answer: keep what came, only note whose it is.
        set({ runId })
      } catch (error) {
        set({ phase: 'failed', ...failureOf(error) })
      }
    },
    pause: async () => {
      if (get().phase !== 'running') return
      set({ phase: 'paused' })
      await control({ action: 'pause' })
    },
    resume: async () => {
      const { phase, speed } = get()
      if (phase !== 'paused') return
      goOn()
      set({ phase: 'running' })
      await control({ action: 'resume', speed })
    },
    step: async (by) => {
      if (!isUnderWay(get().phase)) return
      goOn()
      set({ phase: 'paused' })
      await control({ action: 'step', by })
    },
    setSpeed: async (speed) => {
      set({ speed })
      if (get().phase === 'running') await control({ action: 'resume', speed })
    },
    changeLimits: async (limits, design) => {
      if (limits.length > 0) await control({ action: 'change', limits })
      set({ design })
    },
    cancel: async () => {
      const { runId, phase } = get()
      if (runId === null || !isUnderWay(phase)) return
      try {
        await bridge.call('simulator.cancel', { runId })
      } catch (error) {
        if (!(error instanceof GatewrightError && error.code === 'simulator/unknown-run')) throw error
        set({ phase: 'cancelled' })
      }
    },
    explain: async (requestId) => {
      const { runId } = get()
      if (runId === null) return
      set({ explaining: requestId })
      try {
        const explanation = await bridge.call('simulator.explain', { runId, requestId })
        if (get().explaining === requestId && get().runId === runId) set({ explanation })
      } finally {
        if (get().explaining === requestId) set({ explaining: null })
      }
    },
    closeExplanation: () => set({ explanation: null, explaining: null }),
    reset: () => {
      const { runId, previousRunId } = get()
      useMomentStore.getState().live()
      useKeptRunsStore.getState().clear()
      useFoundRequestsStore.getState().clear()
      useSweepStore.getState().reset()
      set({ ...IDLE, previousRunId: runId ?? previousRunId })
    },
  }
})

/** Feed the store from the contract; called once by the app. */
export function subscribeRunStore(): void {
  // Until main has named the run that was just started, anything but the one before it is the new one.
  const isCurrent = (runId: string): boolean => {
    const state = useRunStore.getState()
    if (state.phase === 'idle') return false
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
    if (ended.state === 'done') void keepResult(ended.runId, isCurrent)
  })
}

async function keepResult(runId: string, isCurrent: (runId: string) => boolean): Promise<void> {
  const result = await bridge.call('simulator.result', { runId })
  if (!isCurrent(runId)) return
  useRunStore.setState({ result })
  const { scenario, snapshot } = useRunStore.getState()
  if (scenario !== null && snapshot !== null) useKeptRunsStore.getState().keep({ runId, scenario, snapshot, result })
}
