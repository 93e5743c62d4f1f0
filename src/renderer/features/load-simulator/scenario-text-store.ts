import { create } from 'zustand'
import type { Result } from '@shared/contract/commands'
import type { Scenario } from '@shared/design/scenario'
import type { Diagnostic } from '@shared/diagnostic'
import { bridge } from '../../contract-client'
import { useDesignStore } from '../../stores/design-store'
import { latestOnly } from '../../stores/latest-only'
import { useUiStore } from '../../stores/ui-store'

/** A scenario as text that is applied as soon as it is valid, and written anew when the scenario was changed elsewhere. */
export interface ScenarioTextState {
  /** "/scenarios/0". */
  readonly pointer: string
  /** Null until it has been written. */
  readonly text: string | null
  readonly diagnostics: readonly Diagnostic[]
  /** What is on screen is what the design holds. */
  readonly isApplied: boolean
  /** The scenario that the text stands for. */
  readonly applied: Scenario | null
  /** Show this scenario, unless the text is it already. */
  follow(scenario: Scenario, pointer: string): void
  type(text: string): void
}

export const useScenarioTextStore = create<ScenarioTextState>()((set, get) => {
  function read({ scenario, diagnostics }: Result<'scenario.fromText'>, typed: string): void {
    const { text, pointer } = get()
    if (typed !== text) return
    const taken = scenario === null ? null : takenName(scenario, pointer)
    set({ diagnostics: taken === null ? diagnostics : [...diagnostics, taken] })
    if (scenario === null || taken !== null) return
    // First noted, then put: the design tells everybody of the change while it is put.
    set({ applied: scenario, isApplied: true })
    replaceScenario(scenario, pointer)
  }

  const reader = latestOnly<string, Result<'scenario.fromText'>>({
    send: (text) => bridge.call('scenario.fromText', { text }),
    onAnswer: read,
    onFailure: (error) => set({ diagnostics: [unreadable(error)] }),
    onBusy: () => undefined,
  })

  async function write(scenario: Scenario): Promise<void> {
    const { text } = await bridge.call('scenario.toText', { scenario })
    if (get().applied === scenario) set({ text, diagnostics: [], isApplied: true })
  }

  return {
    pointer: '',
    text: null,
    diagnostics: [],
    isApplied: true,
    applied: null,
    follow: (scenario, pointer) => {
      const before = get()
      if (before.applied === scenario && before.pointer === pointer) return
      set({ applied: scenario, pointer, ...(before.pointer === pointer ? {} : { text: null, diagnostics: [] }) })
      void write(scenario)
    },
    type: (text) => {
      set({ text, isApplied: false })
      reader.ask(text)
    },
  }
})

function indexOf(pointer: string): number {
  return Number(pointer.slice(pointer.lastIndexOf('/') + 1))
}

/** The scenario put at its place, under its new name when it has one. */
function replaceScenario(scenario: Scenario, pointer: string): void {
  const index = indexOf(pointer)
  useDesignStore
    .getState()
    .edit(
      `Change scenario ${scenario.name}`,
      (design) => ({ ...design, scenarios: design.scenarios.with(index, scenario) }),
      `${pointer}/text`,
    )
  useUiStore.getState().selectScenario(scenario.name)
}

function takenName(scenario: Scenario, pointer: string): Diagnostic | null {
  const scenarios = useDesignStore.getState().design?.scenarios ?? []
  const isTaken = scenarios.some(({ name }, index) => name === scenario.name && index !== indexOf(pointer))
  const message = `A scenario is already named ${scenario.name}. Choose another name.`
  return isTaken ? { code: 'scenario/name-taken', severity: 'error', message, pointer: '/name' } : null
}

function unreadable(error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error)
  return { code: 'text/unreadable', severity: 'error', message, pointer: '' }
}
