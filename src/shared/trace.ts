import type { StepName } from './step-name'

/** Every decision about one request, in the order they were made. Shown by the window's step view and compared by the equivalence test. */
export type Trace = readonly TraceEntry[]

export interface TraceEntry {
  readonly step: StepName
  readonly verdict: 'passed' | 'stopped' | 'called' | 'answered'
  /** Milliseconds since the start of the run or of the gateway. */
  readonly atMs: number
  /** What was found, as facts: { level: "method", tokens: 0.41, burstLimit: 50, rateLimit: 100, nextTokenInMs: 5.9 }. */
  readonly details: Readonly<Record<string, string | number | boolean | null>>
}
