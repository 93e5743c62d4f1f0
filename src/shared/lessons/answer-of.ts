import type { SimulationResult } from '../contract/simulation'
import type { Lesson, LessonAnswer } from './lesson'

/** The answer that a run shows to be right; null when none of them is, as a cure's run may. */
export function answerOf({ figure, answers }: Lesson, result: SimulationResult): LessonAnswer | null {
  const value = figure.of(result)
  return answers.find(({ from, to }) => value >= from && value <= to) ?? null
}
