import type { ReplayReport, SimulationResult } from './contract/simulation'

/** What became of an access log that a run played. */
export interface ReplayWords {
  /** "monday played 11,679 lines of its log; left out: 1 line that cannot be read". */
  readonly sentence: string
  /** "line 3 is not JSON", of the first of them. */
  readonly problems: readonly string[]
  readonly isWhole: boolean
}

/** For each source of a run that plays a log; empty where none does. */
export function replayWords({ replays = [] }: Pick<SimulationResult, 'replays'>): ReplayWords[] {
  return replays.map((replay) => {
    const parts = leftOut(replay)
    return {
      sentence: `${replay.source} played ${lineCount(playedLines(replay))} of its log${parts === '' ? '' : `; left out: ${parts}`}`,
      problems: replay.problems.map(({ line, reason }) => `line ${line} ${reason}`),
      isWhole: parts === '',
    }
  })
}

function playedLines({ lines, unreadable, unknownRoutes, otherRoutes }: ReplayReport): number {
  return lines - unreadable - unknownRoutes - otherRoutes
}

function leftOut({ unreadable, unknownRoutes, otherRoutes }: ReplayReport): string {
  const parts = [
    unreadable > 0 ? `${lineCount(unreadable)} that cannot be read` : '',
    unknownRoutes > 0 ? `${lineCount(unknownRoutes)} of routes that the API does not have` : '',
    otherRoutes > 0 ? `${lineCount(otherRoutes)} of routes that the source does not name` : '',
  ]
  return parts.filter((part) => part !== '').join(', ')
}

function lineCount(lines: number): string {
  return `${lines.toLocaleString('en-US')} ${lines === 1 ? 'line' : 'lines'}`
}
