import type { TextRange } from '@shared/diagnostic'

/** What is wrong with a query and where. Errors keep it from running; a warning says what it will not find. */
export interface InsightsProblem extends TextRange {
  readonly severity: 'error' | 'warning'
  /** Names the thing, says what is wrong and what to do. */
  readonly message: string
  /** UTF-16 units that it is about, from `line` and `column` on; 0 at the end of the query. */
  readonly length: number
  /** What could stand there instead; absent where nothing is near. */
  readonly suggestion?: string
}
