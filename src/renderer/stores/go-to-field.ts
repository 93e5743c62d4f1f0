import { useDesignStore } from './design-store'
import { openInspector } from './open-inspector'
import { placeOfPointer } from './place-of-pointer'
import { useUiStore } from './ui-store'

/** Show the Design screen where a value is edited and put the cursor there. Returns false where nothing edits the value. */
export function goToField(pointer: string): boolean {
  const { design } = useDesignStore.getState()
  const place = design === null ? null : placeOfPointer(design, pointer)
  if (place === null) return false
  const ui = useUiStore.getState()
  if (place.apiId !== null && place.apiId !== ui.apiId) ui.selectApi(place.apiId, place.stageName)
  if (place.stageName !== null) ui.selectStage(place.stageName)
  ui.show('design')
  ui.openTab(place.tab)
  if (place.step !== null) {
    ui.selectStep(place.step)
    openInspector()
  }
  ui.focusField(pointer)
  return true
}
