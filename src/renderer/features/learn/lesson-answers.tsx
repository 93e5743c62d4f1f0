import { IconCircle, IconCircleCheck, IconCircleDashed, IconCircleDot, IconCircleX } from '@tabler/icons-react'
import { answerOf } from '@shared/lessons/answer-of'
import type { Lesson, LessonAnswer } from '@shared/lessons/lesson'
import { useLessonStore } from '../../stores/lesson-store'

type Mark = 'open' | 'chosen' | 'right' | 'wrong' | 'other'

const MARKS: { readonly [mark in Mark]: { readonly Icon: typeof IconCircle; readonly words: string } } = {
  open: { Icon: IconCircle, words: '' },
  chosen: { Icon: IconCircleDot, words: '' },
  right: { Icon: IconCircleCheck, words: 'the right answer' },
  wrong: { Icon: IconCircleX, words: 'your answer, not right' },
  other: { Icon: IconCircleDashed, words: 'not right' },
}

/** The question with its answers. Once the run is done, the chosen one and the right one are marked. */
export function LessonAnswers({ lesson }: { readonly lesson: Lesson }) {
  const chosenId = useLessonStore((state) => state.chosenId)
  const phase = useLessonStore((state) => state.run.phase)
  const result = useLessonStore((state) => state.run.result)
  const isFixed = phase !== 'idle' && phase !== 'failed'
  const rightId = result === null ? null : answerOf(lesson, result)?.id
  return (
    <fieldset className="gw-lesson-answers" data-fixed={isFixed || undefined}>
      <legend>{lesson.question}</legend>
      {isFixed && (
        <p id="gw-lesson-fixed" className="gw-hidden">
          The run has begun: take the lesson again to choose anew
        </p>
      )}
      <div className="gw-lesson-cards" data-count={lesson.answers.length}>
        {lesson.answers.map((answer, at) => {
          const isChosen = answer.id === chosenId
          return (
            <AnswerCard
              key={answer.id}
              lesson={lesson}
              answer={answer}
              number={at + 1}
              isChosen={isChosen}
              isFixed={isFixed}
              mark={markOf(isChosen, rightId === null ? null : answer.id === rightId)}
            />
          )
        })}
      </div>
    </fieldset>
  )
}

/** `isRight` is null before the run. */
function markOf(isChosen: boolean, isRight: boolean | null): Mark {
  if (isRight === null) return isChosen ? 'chosen' : 'open'
  if (isRight) return 'right'
  return isChosen ? 'wrong' : 'other'
}

interface AnswerCardProps {
  readonly lesson: Lesson
  readonly answer: LessonAnswer
  readonly number: number
  readonly isChosen: boolean
  /** The run has begun: the answer stays. */
  readonly isFixed: boolean
  readonly mark: Mark
}

function AnswerCard({ lesson, answer, number, isChosen, isFixed, mark }: AnswerCardProps) {
  const { Icon, words } = MARKS[mark]
  return (
    <label className="gw-lesson-card" data-mark={mark}>
      <input
        type="radio"
        name={lesson.id}
        value={answer.id}
        checked={isChosen}
        data-testid="lesson-answer"
        data-lesson={lesson.id}
        data-answer={answer.id}
        data-chosen={isChosen}
        data-correct={mark === 'right' ? true : mark === 'wrong' || mark === 'other' ? false : undefined}
        aria-keyshortcuts={String(number)}
        aria-disabled={isFixed || undefined}
        aria-describedby={isFixed ? 'gw-lesson-fixed' : undefined}
        onChange={() => useLessonStore.getState().choose(answer.id)}
      />
      <Icon size={18} stroke={1.6} aria-hidden />
      <span className="gw-lesson-card-text">
        <span>{answer.text}</span> <span className="gw-lesson-note">{answer.note}</span>
        {words !== '' && <span className="gw-hidden">, {words}</span>}
      </span>
    </label>
  )
}
