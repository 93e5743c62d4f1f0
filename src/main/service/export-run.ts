import type { Args } from '@shared/contract/commands'
import { GatewrightError } from '@shared/contract/errors'
import type { Snapshot } from '@shared/contract/snapshot'
import { decodeSnapshot } from '@shared/contract/snapshot-codec'
import type { TextFile } from '@shared/contract/text-file'
import { artilleryScript } from '../exporters/artillery-script'
import { htmlReport } from '../exporters/html-report'
import { junitReport } from '../exporters/junit-report'
import { k6Script } from '../exporters/k6-script'
import { resultCsv } from '../exporters/result-csv'
import { resultJson } from '../exporters/result-json'
import { resultOf } from './run-result'
import type { SimulatorRun } from './simulator-run'

type Format = Args<'simulator.export'>['format']

/** The run, or what it was run with, as a file. Throws `simulator/unknown-run` when the format is about a result and there is none. */
export function exportRun(run: SimulatorRun, format: Format): TextFile {
  const { design, scenario } = run
  switch (format) {
    case 'K6':
      return k6Script(design, scenario)
    case 'ARTILLERY':
      return artilleryScript(design, scenario)
    case 'CSV':
      return resultCsv(resultOf(run))
    case 'JSON':
      return resultJson(resultOf(run))
    case 'JUNIT':
      return junitReport(resultOf(run))
    case 'HTML':
      return htmlReport(resultOf(run), pictureOf(run), scenario)
  }
}

/** A run with a result has sent its last picture before. */
function pictureOf({ runId, lastFrame }: SimulatorRun): Snapshot {
  if (lastFrame !== null) return decodeSnapshot(lastFrame)
  throw new GatewrightError('simulator/unknown-run', `Run ${runId} has no picture yet. Wait for its end.`)
}
