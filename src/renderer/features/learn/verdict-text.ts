import type { SimulationResult } from '@shared/contract/simulation'
import { answerOf } from '@shared/lessons/answer-of'
import type { Lesson, LessonAnswer } from '@shared/lessons/lesson'
import { figureText } from './figure-text'

/** "Right: 50, a full bucket." or "You said: 10. The run says: 50, a full bucket." An answer that says "about" is followed by the figure. */
export function verdictText(lesson: Lesson, result: SimulationResult, chosenId: string | null): string {
  const right = answerOf(lesson, result)
  const chosen = lesson.answers.find(({ id }) => id === chosenId)
  const figure = exactFigure(lesson, result, right)
  if (right === null || chosen === undefined) return figure
  const verdict = right === chosen ? 'Right:' : `You said: ${chosen.text}. The run says:`
  return `${verdict} ${right.text}, ${right.note}.${figure && ` ${figure}`}`
}

/** What the run with the cure says to the answer that was chosen. */
export function cureText(lesson: Lesson, cured: SimulationResult, chosenId: string | null): string {
  const right = answerOf(lesson, cured)
  const figure = exactFigure(lesson, cured, right)
  if (right === null) return figure
  const verdict = right.id === chosenId ? 'Now your answer holds:' : 'Now the right answer is:'
  return `${verdict} ${right.text}.${figure && ` ${figure}`}`
}

/** The figure in full; nothing when the answer is the very number. */
function exactFigure({ figure }: Lesson, result: SimulationResult, right: LessonAnswer | null): string {
  if (right !== null && right.from === right.to) return ''
  return `${figure.label}: ${figureText(figure.of(result), figure.unit)}.`
}
