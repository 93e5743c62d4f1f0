import type { RequestFilter } from '@shared/contract/simulation'
import { OUTCOME_INFO, OUTCOMES, type OutcomeFamily } from '@shared/outcome'
import type { TimeRange } from '../../ui/charts/chart-cursor'

/** A family of outcomes, or one outcome. */
export type OutcomeChoice = '' | OutcomeFamily | (typeof OUTCOMES)[number]

/** The names of the outcomes that a choice stands for; undefined for all. */
export function outcomesOf(choice: string): readonly string[] | undefined {
  if (choice === '') return undefined
  if (OUTCOMES.some((name) => name === choice)) return [choice]
  return OUTCOMES.filter((name) => OUTCOME_INFO[name].family === choice)
}

/** The choice that these names stand for. */
export function choiceOf(outcomes: readonly string[] | undefined): string {
  if (outcomes === undefined) return ''
  if (outcomes.length === 1) return outcomes[0] ?? ''
  const first = OUTCOMES.find((name) => name === outcomes[0])
  return first === undefined ? '' : OUTCOME_INFO[first].family
}

/** The filter within a stretch of time; all of it for null. */
export function withRange(filter: RequestFilter, range: TimeRange | null): RequestFilter {
  const { fromMs: _from, toMs: _to, ...rest } = filter
  return range === null ? rest : { ...rest, ...range }
}

/** "1,000 of 9,712 that match". */
export function foundWords(listed: number, matching: number): string {
  const format = (value: number): string => value.toLocaleString('en-US')
  if (matching === 0) return 'No request matches.'
  return listed < matching
    ? `The first ${format(listed)} of ${format(matching)} that match. Choose one to see why.`
    : `${format(matching)} match${matching === 1 ? 'es' : ''}. Choose one to see why.`
}
