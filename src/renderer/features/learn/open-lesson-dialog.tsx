import type { Lesson } from '@shared/lessons/lesson'
import { useDesignStore } from '../../stores/design-store'
import { createFromDesign } from '../../stores/project-actions'
import { useUiStore } from '../../stores/ui-store'
import { ConfirmName } from '../../ui/confirm-name'

export interface OpenLessonDialogProps {
  readonly lesson: Lesson
  readonly isOpen: boolean
  onClose(): void
}

/** Asks for the name of the project that the lesson's design becomes. What is open is saved and closed, and stays as it is. */
export function OpenLessonDialog({ lesson, isOpen, onClose }: OpenLessonDialogProps) {
  const open = useDesignStore((state) => state.design?.name)
  const help =
    open === undefined
      ? 'The API and the traffic of this lesson, as a project of your own.'
      : `The API and the traffic of this lesson, as a project of your own. ${open} is saved and closed; nothing is added to it.`
  return (
    <ConfirmName
      isOpen={isOpen}
      title="Open in Simulate"
      label="Name of the project"
      action="Create project"
      initial={lesson.title}
      help={help}
      onConfirm={(name) => {
        onClose()
        void openLesson(lesson, name)
      }}
      onClose={onClose}
    />
  )
}

async function openLesson({ run }: Lesson, name: string): Promise<void> {
  if (!(await createFromDesign({ ...run.design, name }))) return
  useUiStore.getState().selectScenario(run.scenario.name)
  useUiStore.getState().show('simulate')
}
