import type { Row } from './row'

/** One part of a running query: takes rows and hands rows on. A row that is handed on may be used again for the next record. */
export interface Stage {
  push(row: Row): void
  /** There are no more rows. */
  end(): void
}

/** Makes a stage that hands on to the next. */
export type StageMaker = (next: Stage, run: RunState) => Stage

/** What the stages of one run have in common. */
export interface RunState {
  /** What a reader of the result should know, each once. */
  readonly notes: Set<string>
  /** Records that came to the first command which looks at many of them. */
  matched: number
  /** A row that may be kept. */
  keep(row: Row): Row
}
