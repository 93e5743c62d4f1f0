import type { SimulationResult } from '@shared/contract/simulation'
import { replayWords } from '@shared/replay-words'

/** What was left out of the logs that a run played; nothing where it played none. */
export function replayText(result: SimulationResult): string[] {
  return replayWords(result).flatMap(({ sentence, problems }) => [
    `  ${sentence}`,
    ...problems.map((problem) => `    ${problem}`),
  ])
}
