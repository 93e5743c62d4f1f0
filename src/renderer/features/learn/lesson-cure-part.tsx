import { IconAdjustments } from '@tabler/icons-react'
import { answerOf } from '@shared/lessons/answer-of'
import type { Lesson, LessonCure } from '@shared/lessons/lesson'
import { useLessonStore, whyNotStart } from '../../stores/lesson-store'
import { ActionButton } from '../../ui/action-button'
import { LessonFigures } from './lesson-figures'
import { LessonPicture } from './lesson-picture'
import { cureText } from './verdict-text'

export interface LessonCurePartProps {
  readonly lesson: Lesson
  readonly cure: LessonCure
}

/** The same traffic with one thing changed, beside the figures from before. */
export function LessonCurePart({ lesson, cure }: LessonCurePartProps) {
  const { phase, failure, result, snapshot } = useLessonStore((state) => state.cure)
  const before = useLessonStore((state) => state.run.result)
  const chosenId = useLessonStore((state) => state.chosenId)
  const whyNot = useLessonStore((state) => whyNotStart(state, 'cure'))
  return (
    <div className="gw-lesson-run" data-testid="lesson-cured" data-correct={isHolding(lesson, result, chosenId)}>
      <div className="gw-lesson-bar">
        <ActionButton
          testId="lesson-cure"
          attributes={{ 'data-state': phase }}
          leftSection={<IconAdjustments size={16} stroke={1.6} />}
          disabledReason={whyNot}
          onClick={() => void useLessonStore.getState().start('cure')}
        >
          {cure.action}
        </ActionButton>
        {result !== null && <LessonFigures lesson={lesson} result={result} {...(before && { before })} />}
      </div>
      {failure !== null && (
        <p className="gw-lesson-failure" role="alert">
          The lesson could not run. {failure}
        </p>
      )}
      {snapshot !== null && <LessonPicture lesson={lesson} snapshot={snapshot} />}
      {result !== null && (
        <p role="status" className="gw-lesson-cured">
          {cureText(lesson, result, chosenId)} {cure.text}
        </p>
      )}
    </div>
  )
}

/** Whether the chosen answer is right with the cure; undefined before the run. */
function isHolding(
  lesson: Lesson,
  result: Parameters<typeof answerOf>[1] | null,
  chosenId: string | null,
): boolean | undefined {
  return result === null ? undefined : answerOf(lesson, result)?.id === chosenId
}
