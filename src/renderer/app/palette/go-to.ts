import { goToField } from '../../stores/go-to-field'
import { useLessonStore } from '../../stores/lesson-store'
import { useUiStore } from '../../stores/ui-store'
import { runCommand } from '../commands/commands'
import type { PaletteTarget } from './palette-entry'

/** Lead to what an entry of the palette stands for, down to the field. */
export function goTo(target: PaletteTarget): void {
  const ui = useUiStore.getState()
  switch (target.kind) {
    case 'command':
      return runCommand(target.id)
    case 'scenario':
      ui.selectScenario(target.name)
      return ui.show('simulate')
    case 'lesson':
      useLessonStore.getState().open(target.id)
      return ui.show('learn')
    case 'route':
      ui.show('design')
      return ui.openTab({ kind: 'route', key: target.routeKey })
    case 'field':
      if (goToField(target.pointer)) return
      // What no place on the Design screen edits, as the account's limit, is edited with the settings.
      ui.show('settings')
      ui.focusField(target.pointer)
  }
}
