import type { ReactNode } from 'react'
import type { Lesson } from '@shared/lessons/lesson'
import { LESSONS } from '@shared/lessons/lessons'
import { useLessonStore } from '../../stores/lesson-store'
import { Chip } from '../../ui/chip'
import { LessonAnswers } from './lesson-answers'
import { LessonCurePart } from './lesson-cure-part'
import { LessonReason } from './lesson-reason'
import { LessonRunPart } from './lesson-run-part'

/** One lesson: the claim, the prediction, the run, the reason and the cure. */
export function LessonPage({ lesson }: { readonly lesson: Lesson }) {
  const isDone = useLessonStore(({ run }) => run.result !== null)
  return (
    <article className="gw-lesson" aria-labelledby="gw-lesson-title">
      <header>
        <p className="gw-lesson-place">
          Lesson {LESSONS.indexOf(lesson) + 1} of {LESSONS.length}, {lesson.topic.toLowerCase()}
          {lesson.unconfirmed !== undefined && <Chip tone="warning">unconfirmed</Chip>}
        </p>
        <h2 id="gw-lesson-title">{lesson.title}</h2>
        <p className="gw-lesson-claim">
          <span>Many believe:</span> {lesson.misconception}
        </p>
        <p className="gw-lesson-setting">{lesson.setting}</p>
      </header>
      <LessonPart number={1} title="Predict" note="">
        <LessonAnswers lesson={lesson} />
      </LessonPart>
      <LessonPart number={2} title="Run" note="on the real engine, seed 1">
        <LessonRunPart lesson={lesson} />
      </LessonPart>
      {isDone && (
        <>
          <LessonPart number={3} title="Reason" note="">
            <LessonReason lesson={lesson} />
          </LessonPart>
          {lesson.cure && (
            <LessonPart number={4} title="Change it" note="and run once more">
              <LessonCurePart lesson={lesson} cure={lesson.cure} />
            </LessonPart>
          )}
        </>
      )}
    </article>
  )
}

interface LessonPartProps {
  readonly number: number
  readonly title: string
  readonly note: string
  readonly children: ReactNode
}

function LessonPart({ number, title, note, children }: LessonPartProps) {
  return (
    <section className="gw-lesson-part" aria-label={title}>
      <h3>
        <span className="gw-lesson-step" aria-hidden>
          {number}
        </span>
        {title}
        {note !== '' && <span className="gw-lesson-note">{note}</span>}
      </h3>
      {children}
    </section>
  )
}
