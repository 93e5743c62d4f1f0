import { expect, it } from 'vitest'
import type { ReplayReport, SimulationResult } from '@shared/contract/simulation'
import { replayText } from './replay-text'

const NOTHING = { unreadable: 0, unknownRoutes: 0, otherRoutes: 0, late: 0, problems: [] }

function textOf(...replays: ReplayReport[]): string[] {
  return replayText({ replays } as unknown as SimulationResult)
}

it('the text of a run tells what it left out of its logs', () => {
  const problems = [
    { line: 3, reason: 'is not JSON' },
    { line: 9, reason: 'calls GET /gone, which the API does not have' },
  ]
  const monday = {
    source: 'monday',
    lines: 12_000,
    unreadable: 1,
    unknownRoutes: 20,
    otherRoutes: 300,
    late: 2,
    problems,
  }
  expect(textOf({ ...NOTHING, source: 'sunday', lines: 1 }, monday)).toEqual([
    '  sunday played 1 line of its log',
    '  monday played 11,679 lines of its log; left out: 1 line that cannot be read, 20 lines of routes that the API does not have, 300 lines of routes that the source does not name',
    '    line 3 is not JSON',
    '    line 9 calls GET /gone, which the API does not have',
  ])
})

it('the text of a run without logs says nothing of them', () => {
  expect(replayText({} as unknown as SimulationResult)).toEqual([])
})
