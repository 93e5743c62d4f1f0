import type { MenuCommandId } from '@shared/contract/menu'
import { useLessonStore, whyNotStart } from '../../stores/lesson-store'
import { nextLesson } from '../../stores/next-lesson'
import { useUiStore } from '../../stores/ui-store'
import type { Action } from './action'

type LearnCommandId = Extract<MenuCommandId, `learn.${string}`>

const onScreen = (): string | null =>
  useUiStore.getState().activity === 'learn' ? null : 'Open the Learn screen first'

function whyNotNext(): string | null {
  return nextLesson(useLessonStore.getState().lessonId) === null ? 'This is the last lesson' : null
}

function openNext(): void {
  const { lessonId, open } = useLessonStore.getState()
  const next = nextLesson(lessonId)
  if (next !== null) open(next.id)
}

export const LEARN_ACTIONS: { readonly [id in LearnCommandId]: Action } = {
  'learn.run': {
    run: () => void useLessonStore.getState().start('run'),
    whyNot: () => onScreen() ?? whyNotStart(useLessonStore.getState(), 'run'),
  },
  'learn.next': { run: openNext, whyNot: () => onScreen() ?? whyNotNext() },
}
