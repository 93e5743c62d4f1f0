import type {
  ListedRequest,
  PlaySpeed,
  RequestFilter,
  RunControl,
  SimulationExplanation,
  SimulationResult,
} from '@shared/contract/simulation'
import type { SnapshotRow, SnapshotTotals } from '@shared/contract/snapshot'
import type { Design } from '@shared/design/design'
import type { LimitChange, Scenario, ScenarioCheck } from '@shared/design/scenario'

/** What the service tells a simulator thread. `folder`: where the access logs of REPLAY sources are; null where there is none. */
export type WorkerRequest =
  | {
      readonly type: 'run'
      readonly runId: string
      readonly design: Design
      readonly scenario: Scenario
      readonly folder: string | null
      readonly snapshotEveryMs: number
      /** MAX when absent. */
      readonly speed?: PlaySpeed
      readonly isPaused?: boolean
    }
  | { readonly type: 'cancel' }
  | { readonly type: 'control'; readonly control: RunControl }
  | { readonly type: 'ask'; readonly questionId: number; readonly question: Question }
  /** A run that nobody watches, for its figures alone. */
  | {
      readonly type: 'measure'
      readonly measureId: number
      readonly design: Design
      readonly scenario: Scenario
      readonly folder: string | null
      readonly metrics: readonly MeasuredMetric[]
    }

/** Asked about the run of this thread. A newer `tablesAt` or `requests` takes the place of an older one. */
export type Question =
  | { readonly about: 'explain'; readonly requestId: number }
  | { readonly about: 'tablesAt'; readonly atMs: number }
  | { readonly about: 'requests'; readonly filter: RequestFilter; readonly limit: number }

/** A figure of a run, of one route or one API key where it says so. */
export type MeasuredMetric = Pick<ScenarioCheck, 'metric' | 'apiKey' | 'route'>

export interface Tables {
  readonly totals: SnapshotTotals
  readonly routes: readonly SnapshotRow[]
  readonly apiKeys: readonly SnapshotRow[]
}

export interface RequestList {
  readonly requests: readonly ListedRequest[]
  readonly matching: number
}

/** Null for a request that the run does not have. */
export interface Answers {
  readonly explain: SimulationExplanation | null
  readonly tablesAt: Tables
  readonly requests: RequestList
}

/** What a simulator thread answers. `frame` is a snapshot, encoded, ready to be sent to the window. */
export type WorkerReply =
  | { readonly type: 'snapshot'; readonly runId: string; readonly frame: ArrayBuffer }
  | { readonly type: 'done'; readonly runId: string; readonly result: SimulationResult }
  | { readonly type: 'cancelled'; readonly runId: string }
  /** Limits that were changed, as events of the scenario from now on. */
  | { readonly type: 'changed'; readonly runId: string; readonly events: readonly LimitChange[] }
  | { readonly type: 'answered'; readonly questionId: number; readonly answer: Answers[keyof Answers] }
  /** A newer question took this one's place. */
  | { readonly type: 'superseded'; readonly questionId: number }
  /** In the order of the metrics; null for what the run has no figure of. */
  | { readonly type: 'measured'; readonly measureId: number; readonly values: readonly (number | null)[] }
  | { readonly type: 'failed'; readonly runId: string; readonly message: string }
