import type { Args } from '@shared/contract/commands'
import type { RunPhase } from '../../stores/run-store'

export type ExportFormat = Args<'simulator.export'>['format']

export interface ExportChoice {
  readonly format: ExportFormat
  readonly label: string
  /** What is in it. */
  readonly note: string
  /** Made of the figures of a whole run, not of the scenario alone. */
  readonly needsResult: boolean
}

export const EXPORTS: readonly ExportChoice[] = [
  { format: 'HTML', label: 'HTML report', note: 'One page with charts, to send to somebody', needsResult: true },
  { format: 'CSV', label: 'CSV', note: 'Every second and every table', needsResult: true },
  { format: 'JSON', label: 'JSON', note: 'The figures as scripts read them', needsResult: true },
  { format: 'JUNIT', label: 'JUnit XML', note: 'Each check as a test case', needsResult: true },
  { format: 'K6', label: 'k6 script', note: 'The same traffic against a real API', needsResult: false },
  { format: 'ARTILLERY', label: 'Artillery YAML', note: 'The same traffic against a real API', needsResult: false },
]

/** Why a file cannot be made of the run now; null when it can. */
export function whyNotExport({ needsResult }: ExportChoice, phase: RunPhase): string | null {
  if (phase === 'idle' || phase === 'failed') return 'Run the scenario first'
  return needsResult && phase !== 'done' ? 'Let the run come to its end first' : null
}
