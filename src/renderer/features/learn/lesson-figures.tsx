import type { SimulationResult } from '@shared/contract/simulation'
import type { Lesson } from '@shared/lessons/lesson'
import { figureText } from './figure-text'

export interface LessonFiguresProps {
  readonly lesson: Lesson
  readonly result: SimulationResult
  /** Of the run without the cure: each figure then says what it was. */
  readonly before?: SimulationResult
}

/** The figure that answers the question, and those beside it. */
export function LessonFigures({ lesson, result, before }: LessonFiguresProps) {
  return (
    <dl className="gw-lesson-figures">
      {[lesson.figure, ...lesson.moreFigures].map((figure, at) => {
        const value = figure.of(result)
        return (
          <div key={figure.label} data-testid="lesson-figure" data-value={value} data-decides={at === 0 || undefined}>
            <dt>{figure.label}</dt>
            <dd>
              {figureText(value, figure.unit)}
              {before && <span className="gw-lesson-note"> was {figureText(figure.of(before), figure.unit)}</span>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
