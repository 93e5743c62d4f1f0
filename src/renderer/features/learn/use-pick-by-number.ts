import { useEffect } from 'react'
import type { Lesson } from '@shared/lessons/lesson'
import { useLessonStore } from '../../stores/lesson-store'

/** 1 to 4 choose an answer, wherever the focus is but in a field or a dialog. */
export function usePickByNumber({ answers }: Lesson): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      const answer = /^[1-4]$/.test(event.key) ? answers[Number(event.key) - 1] : undefined
      const target = event.target instanceof Element ? event.target : null
      const isElsewhere = target?.closest('input:not([type="radio"]), textarea, [role="dialog"]') != null
      if (answer !== undefined && !isElsewhere) useLessonStore.getState().choose(answer.id)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [answers])
}
