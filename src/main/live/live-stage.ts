import type { Design } from '@shared/design/design'
import type { StageView } from '../engine/compile/stage-view'

/** One stage as the live host knows it. */
export interface LiveStage {
  /** In the runtime. */
  readonly index: number
  readonly design: Design
  readonly view: StageView
  readonly variables: Readonly<Record<string, string>>
  /** Index of the stage whose cached responses it answers with: its own, or for a canary perhaps its stage's. */
  readonly cacheIndex: number
}
