import { IconBook, IconPlayerPlay } from '@tabler/icons-react'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { answerOf } from '@shared/lessons/answer-of'
import type { Lesson, LessonSource } from '@shared/lessons/lesson'
import { useLessonStore } from '../../stores/lesson-store'
import { nextLesson } from '../../stores/next-lesson'
import { Chip } from '../../ui/chip'
import { OpenLessonDialog } from './open-lesson-dialog'
import { verdictText } from './verdict-text'

/** What the run says to the answer, why it is so, and where to go from here. */
export function LessonReason({ lesson }: { readonly lesson: Lesson }) {
  const result = useLessonStore((state) => state.run.result)
  const chosenId = useLessonStore((state) => state.chosenId)
  const [isOpening, setOpening] = useState(false)
  if (result === null) return null
  const right = answerOf(lesson, result)
  const next = nextLesson(lesson.id)
  return (
    <div
      className="gw-lesson-reason"
      data-testid="lesson-reason"
      data-lesson={lesson.id}
      data-chosen={chosenId}
      data-correct={right?.id === chosenId}
    >
      <p role="status" className="gw-lesson-verdict" data-correct={right?.id === chosenId}>
        {verdictText(lesson, result, chosenId)}
      </p>
      <p>{lesson.reason}</p>
      {lesson.unconfirmed !== undefined && (
        <p className="gw-lesson-unconfirmed">
          <Chip tone="warning">unconfirmed</Chip> {lesson.unconfirmed}
        </p>
      )}
      <div className="gw-lesson-actions">
        {next && (
          <Button
            variant="filled"
            data-testid="lesson-next"
            data-lesson={next.id}
            onClick={() => useLessonStore.getState().open(next.id)}
          >
            Next: {next.title}
          </Button>
        )}
        <Button
          data-testid="lesson-open"
          leftSection={<IconPlayerPlay size={16} stroke={1.6} />}
          onClick={() => setOpening(true)}
        >
          Open in Simulate
        </Button>
        <Source {...lesson.source} />
      </div>
      <OpenLessonDialog lesson={lesson} isOpen={isOpening} onClose={() => setOpening(false)} />
    </div>
  )
}

function Source({ text, url }: LessonSource) {
  return (
    <span className="gw-lesson-source">
      <IconBook size={16} stroke={1.6} aria-hidden />
      {url === undefined ? (
        text
      ) : (
        <a href={url} target="_blank" rel="noreferrer">
          {text}
        </a>
      )}
    </span>
  )
}
