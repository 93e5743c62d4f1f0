import { create } from 'zustand'

/** The call whose trace is shown in place of the settings: a request id, or null for the settings. */
export interface CallSelection {
  readonly requestId: string | null
  select(requestId: string | null): void
}

export const useCallSelection = create<CallSelection>()((set) => ({
  requestId: null,
  select: (requestId) => set({ requestId }),
}))
