import { create } from 'zustand'

/** What the main part of Simulate shows: the run, or one of the things that are done with its scenario. */
export type SimulateView = 'run' | 'sweep' | 'seek' | 'text'

export interface SimulateViewState {
  readonly view: SimulateView
  open(view: SimulateView): void
}

export const useSimulateViewStore = create<SimulateViewState>()((set) => ({
  view: 'run',
  open: (view) => set({ view }),
}))
