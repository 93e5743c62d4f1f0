import { resolve } from 'node:path'
import { GatewrightError } from '@shared/contract/errors'
import type { SimulationResult } from '@shared/contract/simulation'
import type { Snapshot } from '@shared/contract/snapshot'
import type { TextFile } from '@shared/contract/text-file'
import type { Scenario } from '@shared/design/scenario'
import { htmlReport } from '../exporters/html-report'
import { junitReport } from '../exporters/junit-report'
import { resultCsv } from '../exporters/result-csv'
import { writeFileAtomically } from '../storage/atomic-write'
import type { CommandContext } from './command'

interface FinishedRun {
  readonly result: SimulationResult
  readonly snapshot: Snapshot
  readonly scenario: Scenario
}

const REPORTS: Readonly<Record<string, (run: FinishedRun) => TextFile>> = {
  junit: ({ result }) => junitReport(result),
  html: ({ result, snapshot, scenario }) => htmlReport(result, snapshot, scenario),
  csv: ({ result }) => resultCsv(result),
}

/** Writes the files that `--junit`, `--html` and `--csv` name, whole or not at all. Throws `project/unwritable`. */
export async function writeReports({ values, io }: CommandContext, run: FinishedRun): Promise<void> {
  for (const [option, report] of Object.entries(REPORTS)) {
    const path = values[option]
    if (typeof path !== 'string') continue
    const { text, notes } = report(run)
    await writeReport(resolve(path), text)
    for (const note of notes) io.err(note)
  }
}

async function writeReport(path: string, text: string): Promise<void> {
  try {
    await writeFileAtomically(path, text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new GatewrightError('project/unwritable', `${path} cannot be written: ${reason}`, { cause: error })
  }
}
