import type { Command } from './query'
import type { QueryProblems } from './query-problems'

/** Source: observability-and-cost.md 3.3. */
const MOST_STATS = 2

/** What the commands of a query may not be beside each other. */
export function checkCommandOrder(commands: readonly Command[], problems: QueryProblems): void {
  const third = commands.filter(({ kind }) => kind === 'stats')[MOST_STATS]
  if (third !== undefined) problems.error(third, `A query has ${MOST_STATS} stats at most.`)
  const dedup = commands.findIndex(({ kind }) => kind === 'dedup')
  if (dedup === -1) return
  for (const command of commands.slice(dedup + 1)) {
    if (command.kind === 'limit') continue
    problems.error(command, `Only limit may follow dedup: put ${command.kind} before it.`)
  }
}
