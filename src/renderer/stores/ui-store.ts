import { create } from 'zustand'
import type { AppInfo, Settings } from '@shared/contract/app-info'
import { DEFAULT_SETTINGS } from '@shared/contract/app-info'
import { bridge } from '../contract-client'
import type { LadderStep } from '../ui/pipeline/ladder-step'

export type Activity = 'welcome' | 'design' | 'templates' | 'try' | 'simulate' | 'export' | 'learn' | 'settings'

/** What a tab of the Design screen shows: a route, or one of the things routes share. */
export type DesignTab =
  | { readonly kind: 'route'; readonly key: string }
  | {
      readonly kind:
        | 'authorizers'
        | 'usage-plans'
        | 'api-keys'
        | 'models'
        | 'stages'
        | 'gateway-responses'
        | 'policy'
        | 'callers'
        | 'cors'
        | 'api'
        | 'domains'
      readonly key: string
    }

export type PanelTab = 'calls' | 'services' | 'problems' | 'changes'

/** Where the person is: nothing of it is part of the design. */
export interface UiState {
  readonly info: AppInfo | null
  readonly settings: Settings
  readonly activity: Activity
  readonly apiId: string | null
  readonly stage: string | null
  readonly tabs: readonly DesignTab[]
  readonly activeTab: DesignTab | null
  readonly step: LadderStep
  readonly isSidebarOpen: boolean
  readonly isInspectorOpen: boolean
  readonly isPanelOpen: boolean
  /** What the bottom panel of Design shows. */
  readonly panelTab: PanelTab
  readonly scenarioName: string | null
  /** A field to focus once it is on screen: a JSON pointer. */
  readonly focusPointer: string | null
  show(activity: Activity): void
  selectApi(apiId: string, stage: string | null): void
  selectStage(stage: string): void
  openTab(tab: DesignTab): void
  closeTab(tab: DesignTab): void
  selectStep(step: LadderStep): void
  selectScenario(name: string | null): void
  focusField(pointer: string | null): void
  toggle(part: 'sidebar' | 'inspector' | 'panel'): void
  /** Open the bottom panel at one of its tabs. */
  showPanel(tab: PanelTab): void
  changeSettings(patch: Partial<Settings>): void
}

export function isSameTab(a: DesignTab | null, b: DesignTab | null): boolean {
  return a !== null && b !== null && a.kind === b.kind && a.key === b.key
}

export const useUiStore = create<UiState>()((set, get) => ({
  info: null,
  settings: DEFAULT_SETTINGS,
  activity: 'welcome',
  apiId: null,
  stage: null,
  tabs: [],
  activeTab: null,
  step: 'throttle',
  isSidebarOpen: true,
  isInspectorOpen: true,
  isPanelOpen: true,
  panelTab: 'calls',
  scenarioName: null,
  focusPointer: null,
  show: (activity) => set({ activity }),
  selectApi: (apiId, stage) => set({ apiId, stage, tabs: [], activeTab: null }),
  selectStage: (stage) => set({ stage }),
  openTab: (tab) =>
    set(({ tabs }) => ({ activeTab: tab, tabs: tabs.some((open) => isSameTab(open, tab)) ? tabs : [...tabs, tab] })),
  closeTab: (tab) => {
    const { tabs, activeTab } = get()
    const at = tabs.findIndex((open) => isSameTab(open, tab))
    const left = tabs.filter((open) => !isSameTab(open, tab))
    set({
      tabs: left,
      activeTab: isSameTab(activeTab, tab) ? (left[Math.min(at, left.length - 1)] ?? null) : activeTab,
    })
  },
  selectStep: (step) => set({ step }),
  selectScenario: (scenarioName) => set({ scenarioName }),
  focusField: (focusPointer) => set({ focusPointer }),
  toggle: (part) =>
    set((state) =>
      part === 'sidebar'
        ? { isSidebarOpen: !state.isSidebarOpen }
        : part === 'inspector'
          ? { isInspectorOpen: !state.isInspectorOpen }
          : { isPanelOpen: !state.isPanelOpen },
    ),
  showPanel: (panelTab) => set({ panelTab, isPanelOpen: true }),
  changeSettings: (patch) => {
    const settings = { ...get().settings, ...patch }
    set({ settings })
    void bridge.call('settings.put', settings)
  },
}))
