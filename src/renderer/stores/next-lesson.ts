import type { Lesson } from '@shared/lessons/lesson'
import { LESSONS } from '@shared/lessons/lessons'

/** The lesson after this one; null after the last. */
export function nextLesson(lessonId: string): Lesson | null {
  return LESSONS[LESSONS.findIndex(({ id }) => id === lessonId) + 1] ?? null
}
