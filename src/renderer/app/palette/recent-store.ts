import { create } from 'zustand'

const KEPT = 20

/** What was chosen in the palette since the window opened, newest first. */
export const useRecentStore = create<{ readonly ids: readonly string[]; use(id: string): void }>()((set) => ({
  ids: [],
  use: (id) => set(({ ids }) => ({ ids: [id, ...ids.filter((each) => each !== id)].slice(0, KEPT) })),
}))
