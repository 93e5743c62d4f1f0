import { create } from 'zustand'
import type { SimulationResult } from '@shared/contract/simulation'
import type { Snapshot } from '@shared/contract/snapshot'
import type { Scenario } from '@shared/design/scenario'

/** A run that came to its end, kept for comparing. */
export interface KeptRun {
  readonly runId: string
  /** "Steady orders 2"; a person may change it. */
  readonly name: string
  readonly scenario: Scenario
  readonly snapshot: Snapshot
  readonly result: SimulationResult
  /** Kept when the list is full. */
  readonly isPinned: boolean
}

/** Runs that are kept; of those that are not pinned the oldest go first. */
export const MAX_KEPT_RUNS = 20

export interface KeptRunsState {
  /** Newest first. */
  readonly runs: readonly KeptRun[]
  /** What the run on screen is compared with. */
  readonly comparedId: string | null
  keep(run: Omit<KeptRun, 'name' | 'isPinned'>): void
  rename(runId: string, name: string): void
  pin(runId: string, isPinned: boolean): void
  remove(runId: string): void
  compare(runId: string | null): void
  clear(): void
}

export const useKeptRunsStore = create<KeptRunsState>()((set, get) => {
  const change = (runId: string, patch: Partial<KeptRun>): void =>
    set({ runs: get().runs.map((run) => (run.runId === runId ? { ...run, ...patch } : run)) })
  return {
    runs: [],
    comparedId: null,
    keep: (run) => {
      const { runs } = get()
      set({ runs: withoutOldest([{ ...run, name: nameFor(run.scenario.name, runs), isPinned: false }, ...runs]) })
    },
    rename: (runId, name) => change(runId, { name }),
    pin: (runId, isPinned) => change(runId, { isPinned }),
    remove: (runId) =>
      set(({ runs, comparedId }) => ({
        runs: runs.filter((run) => run.runId !== runId),
        comparedId: comparedId === runId ? null : comparedId,
      })),
    compare: (comparedId) => set({ comparedId }),
    clear: () => set({ runs: [], comparedId: null }),
  }
})

/** At most as many as are kept; the newest stays even when all others are pinned. */
function withoutOldest(runs: readonly KeptRun[]): readonly KeptRun[] {
  if (runs.length <= MAX_KEPT_RUNS) return runs
  const oldest = runs.findLastIndex((run, index) => !run.isPinned && index > 0)
  return runs.toSpliced(oldest > 0 ? oldest : runs.length - 1, 1)
}

/** "Steady orders", "Steady orders 2": the first number that no kept run has. */
function nameFor(scenario: string, runs: readonly KeptRun[]): string {
  const taken = new Set(runs.map(({ name }) => name))
  let name = scenario
  for (let number = 2; taken.has(name); number++) name = `${scenario} ${number}`
  return name
}
