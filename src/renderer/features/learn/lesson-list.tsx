import { IconCircleCheck, IconCircleDashed, IconCircleDot } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { LessonProgress } from '@shared/contract/app-info'
import { LESSON_TOPICS, type Lesson } from '@shared/lessons/lesson'
import { LESSONS } from '@shared/lessons/lessons'
import { useLessonStore } from '../../stores/lesson-store'
import { useUiStore } from '../../stores/ui-store'
import './lesson-list.css'

const PROGRESS = {
  RIGHT: { Icon: IconCircleCheck, words: 'right at the first try' },
  DONE: { Icon: IconCircleDot, words: 'done' },
  NEW: { Icon: IconCircleDashed, words: 'not taken yet' },
} as const

/** All lessons by topic, with how each was taken. */
export function LessonList() {
  const lessonId = useLessonStore((state) => state.lessonId)
  const taken = useUiStore((state) => state.settings.lessons)
  const done = LESSONS.filter(({ id }) => taken?.[id] !== undefined).length
  return (
    <nav className="gw-lessons" aria-label="Lessons">
      <header className="gw-lessons-head">
        <h2>Lessons</h2>
        <span className="gw-numbers">
          {done} of {LESSONS.length}
        </span>
      </header>
      <div className="gw-lessons-body">
        {LESSON_TOPICS.map((topic) => (
          <section key={topic} aria-label={topic}>
            <h3>{topic}</h3>
            <ul>
              {LESSONS.filter((lesson) => lesson.topic === topic).map((lesson) => (
                <LessonItem
                  key={lesson.id}
                  lesson={lesson}
                  isCurrent={lesson.id === lessonId}
                  progress={taken?.[lesson.id]}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  )
}

interface LessonItemProps {
  readonly lesson: Lesson
  readonly isCurrent: boolean
  readonly progress: LessonProgress | undefined
}

function LessonItem({ lesson, isCurrent, progress }: LessonItemProps) {
  const { Icon, words } = PROGRESS[progress ?? 'NEW']
  const ref = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isCurrent) ref.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    <li>
      <button
        ref={ref}
        type="button"
        role="link"
        className="gw-lesson-item"
        data-testid="lesson-item"
        data-lesson={lesson.id}
        data-progress={progress ?? 'NEW'}
        aria-current={isCurrent ? 'page' : undefined}
        aria-label={`${lesson.title}, ${words}`}
        title={lesson.title}
        onClick={() => useLessonStore.getState().open(lesson.id)}
      >
        <span className="gw-lesson-number gw-numbers">{LESSONS.indexOf(lesson) + 1}</span>
        <span className="gw-lesson-title">{lesson.title}</span>
        <Icon size={14} stroke={1.6} aria-hidden />
      </button>
    </li>
  )
}
