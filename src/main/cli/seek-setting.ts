import type { SeekAnswer } from '@shared/contract/sweep'
import type { ScenarioCheck } from '@shared/design/scenario'
import { refuseBrokenSeek } from '../service/refuse-broken-sweep'
import { runSeek } from '../service/run-seek'
import type { SweptSetup } from '../service/run-sweep'
import { ANSWER_IS_NO, DONE, listed, UsageError, wholeNumber, type CommandContext } from './command'
import { withThreads } from './measure-threads'
import { conditionOf, metricText, seekRangeOf } from './sweep-arguments'

const MAX_SEEDS = 1_000

/** The smallest value of a setting that keeps every condition; exits with 1 when even the largest does not. */
export async function seekSetting(setup: SweptSetup, context: CommandContext): Promise<number> {
  const { io, values } = context
  const range = seekRangeOf(String(values['seek']))
  const conditions = listed(values, 'keep').map((text) => conditionOf(text, setup.design, setup.scenario))
  if (conditions.length === 0) throw new UsageError('--seek needs a condition: --keep "throttledShare < 0.01".')
  const seeds = wholeNumber(values, 'seeds', 1, MAX_SEEDS) ?? 1
  const request = { ...range, conditions, seeds }
  refuseBrokenSeek(setup, request)
  const startedAt = performance.now()
  return withThreads(io, seeds, async (pool) => {
    const { value, tried } = await runSeek(pool, setup, request)
    const report = {
      scenario: setup.scenario.name,
      pointer: range.axis.pointer,
      conditions: conditions.map(conditionText),
      value,
      tried,
      elapsedMs: performance.now() - startedAt,
    }
    io.out(values['json'] ? JSON.stringify(report) : seekText(report))
    return value === null ? ANSWER_IS_NO : DONE
  })
}

function conditionText(condition: ScenarioCheck): string {
  return `${metricText(condition)} ${condition.operator} ${condition.value}`
}

function seekText(report: SeekAnswer & { pointer: string; conditions: readonly string[] }): string {
  const { value, tried, pointer, conditions } = report
  const wanted = conditions.join(' and ')
  const answer =
    value === null
      ? `No value tried keeps ${wanted}: not even ${tried[0]?.value} for ${pointer}.`
      : `${value} is the smallest value of ${pointer} that keeps ${wanted}.`
  const rows = tried.map(
    (trial) => `  ${String(trial.value).padStart(14)}  ${trial.holds ? 'holds' : 'fails'}  ${trial.actual.join(', ')}`,
  )
  return [answer, '', `  ${'tried'.padStart(14)}         ${conditions.join(', ')}`, ...rows].join('\n')
}
