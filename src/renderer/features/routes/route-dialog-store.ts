import { create } from 'zustand'

/** Which route is being given another path or verb. */
export interface RouteDialogState {
  readonly renaming: string | null
  rename(routeKey: string): void
  close(): void
}

export const useRouteDialog = create<RouteDialogState>()((set) => ({
  renaming: null,
  rename: (renaming) => set({ renaming }),
  close: () => set({ renaming: null }),
}))
