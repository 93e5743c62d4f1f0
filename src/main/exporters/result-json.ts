import type { SimulationResult } from '@shared/contract/simulation'
import type { TextFile } from '@shared/contract/text-file'
import { fileName } from './file-name'

/** The whole result as `simulate --json` prints it, indented. */
export function resultJson(result: SimulationResult): TextFile {
  return { name: fileName(result.scenario, '-result.json'), text: `${JSON.stringify(result, null, 2)}\n`, notes: [] }
}
