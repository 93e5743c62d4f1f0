import type { ReplayReport, SimulationResult } from '@shared/contract/simulation'

/** What was left out of the logs that a run played; nothing where all of it was played. */
export function replayText({ replays = [] }: SimulationResult): string[] {
  return replays.flatMap((replay) => {
    const parts = leftOut(replay)
    return [
      `  ${replay.source} played ${lineCount(playedLines(replay))} of its log${parts === '' ? '' : `; left out: ${parts}`}`,
      ...replay.problems.map(({ line, reason }) => `    line ${line} ${reason}`),
    ]
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
