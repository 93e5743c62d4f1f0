import type { SimulationExplanation, SimulationResult } from '@shared/contract/simulation'
import type { Design } from '@shared/design/design'
import type { Scenario } from '@shared/design/scenario'

/** What the service tells a simulator thread. */
export type WorkerRequest =
  | {
      readonly type: 'run'
      readonly runId: string
      readonly design: Design
      readonly scenario: Scenario
      readonly snapshotEveryMs: number
    }
  | { readonly type: 'cancel' }
  | { readonly type: 'explain'; readonly requestId: number }

/** What a simulator thread answers. `frame` is a snapshot, encoded, ready to be sent to the window. */
export type WorkerReply =
  | { readonly type: 'snapshot'; readonly runId: string; readonly frame: ArrayBuffer }
  | { readonly type: 'done'; readonly runId: string; readonly result: SimulationResult }
  | { readonly type: 'cancelled'; readonly runId: string }
  | { readonly type: 'explained'; readonly explanation: SimulationExplanation | null }
  | { readonly type: 'failed'; readonly runId: string; readonly message: string }
