import { useEffect } from 'react'
import { lessonOf, useLessonStore } from '../../stores/lesson-store'
import { ChartPatterns } from '../../ui/charts/chart-patterns'
import { LessonPage } from './lesson-page'
import { usePickByNumber } from './use-pick-by-number'
import './learn.css'

/** The chosen lesson. Leaving the screen ends a run that is under way. */
export function LearnMain() {
  const lesson = lessonOf(useLessonStore((state) => state.lessonId))
  usePickByNumber(lesson)
  useEffect(() => () => useLessonStore.getState().leave(), [])
  return (
    <div className="gw-learn">
      <ChartPatterns />
      {/* A lesson begins at its top, with nothing open in it. */}
      <LessonPage key={lesson.id} lesson={lesson} />
    </div>
  )
}
