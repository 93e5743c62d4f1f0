import type { SaveState } from '@shared/contract/project'
import type { ProjectListeners } from '../../service/ports'

type Change = Parameters<ProjectListeners['onChangedOnDisk']>[0]

/** Listeners that keep what they hear, and let a test wait for the next of it. */
export class RecordingListeners implements ProjectListeners {
  readonly states: SaveState[] = []
  readonly changes: Change[] = []
  private waiting: (() => void)[] = []

  readonly onSaveState = (state: SaveState): void => {
    this.states.push(state)
    this.wake()
  }

  readonly onChangedOnDisk = (change: Change): void => {
    this.changes.push(change)
    this.wake()
  }

  /** "saving 1, saved 1". */
  get story(): string {
    return this.states.map((state) => `${state.state} ${state.revision}`).join(', ')
  }

  /** Resolves once `isSo` holds; it is asked after everything that is heard. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      await new Promise<void>((resolve) => {
        this.waiting.push(resolve)
      })
    }
  }

  untilState(state: SaveState['state'], revision: number): Promise<void> {
    return this.until(() => this.states.some((heard) => heard.state === state && heard.revision === revision))
  }

  private wake(): void {
    for (const resolve of this.waiting.splice(0)) resolve()
  }
}
