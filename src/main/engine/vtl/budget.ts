/** What one render may use up. A template over it ends with a located error. */
export interface Budget {
  /** Directives, references and loop rounds that ran. */
  readonly steps: number
  /** UTF-16 units of the output, and of any string built on the way. */
  readonly outputLength: number
  /** Nested macros, `#define` blocks and `#evaluate`. */
  readonly depth: number
  readonly milliseconds: number
}

/** Far above what a payload of 10 MB needs, far below what hurts. */
export const DEFAULT_BUDGET: Budget = {
  steps: 5_000_000,
  outputLength: 20_000_000,
  depth: 100,
  milliseconds: 1_500,
}
