import { useDesignStore } from '../../stores/design-store'

/** What a command does, and why it cannot be done now (null when it can). */
export interface Action {
  run(): void
  whyNot?(): string | null
}

export const NO_PROJECT = 'Open or create a project first'

export const needsProject = (): string | null => (useDesignStore.getState().design === null ? NO_PROJECT : null)
