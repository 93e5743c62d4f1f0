import { IconChevronRight, IconHelpCircle, IconSchool } from '@tabler/icons-react'
import { LESSONS } from '@shared/lessons/lessons'
import { useLessonStore } from '../../stores/lesson-store'
import { useShellStore } from '../../stores/shell-store'
import { useUiStore } from '../../stores/ui-store'
import '../../ui/link.css'

/** Lessons offered at once. */
const OFFERED = 4

/** Some lessons that were not taken yet, and the way to all of them and to the chooser of API types. */
export function LessonBlock() {
  const taken = useUiStore((state) => state.settings.lessons)
  const fresh = LESSONS.filter(({ id }) => taken?.[id] === undefined)
  const offered = [...fresh, ...LESSONS.filter((lesson) => !fresh.includes(lesson))].slice(0, OFFERED)
  return (
    <section aria-labelledby="lessons-title" className="gw-welcome-lessons">
      <div className="gw-welcome-row">
        <h2 id="lessons-title" className="gw-welcome-heading">
          Or learn one thing in five minutes
        </h2>
        <button type="button" className="gw-link" onClick={() => useUiStore.getState().show('learn')}>
          All {LESSONS.length} lessons
        </button>
      </div>
      <ul>
        {offered.map(({ id, title, misconception }) => (
          <li key={id}>
            <button type="button" data-testid="welcome-lesson" data-lesson={id} onClick={() => open(id)}>
              <IconSchool size={18} stroke={1.4} aria-hidden />
              <span className="gw-welcome-lesson-words">
                <span className="gw-welcome-lesson-title">{title}</span>
                <span className="gw-welcome-lesson-note">“{misconception}”</span>
              </span>
              <IconChevronRight size={16} stroke={1.6} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <p className="gw-welcome-choose">
        <IconHelpCircle size={16} stroke={1.4} aria-hidden /> REST, HTTP or WebSocket?{' '}
        <button type="button" className="gw-link" onClick={() => useShellStore.getState().open('chooser')}>
          Answer a few questions
        </button>{' '}
        and see which fits, what each loses and what it costs.
      </p>
    </section>
  )
}

function open(lessonId: string): void {
  useLessonStore.getState().open(lessonId)
  useUiStore.getState().show('learn')
}
