import { useDesignStore } from './design-store'
import { openInspector } from './open-inspector'
import { placeOfPointer, segmentsOf } from './place-of-pointer'
import { templateNamed, useTemplateStore } from './template-store'
import { useUiStore } from './ui-store'

/** Whether something in the window edits the value. */
export function canGoToField(pointer: string): boolean {
  const { design } = useDesignStore.getState()
  const [area, templateName = null] = segmentsOf(pointer)
  if (design === null) return false
  if (area === 'templates') return templateName !== null && templateNamed(design, templateName) !== undefined
  return placeOfPointer(design, pointer) !== null
}

/** Show the Design screen where a value is edited and put the cursor there; what is about a saved template opens it. Returns false where nothing edits the value. */
export function goToField(pointer: string): boolean {
  const { design } = useDesignStore.getState()
  const [area, templateName = null] = segmentsOf(pointer)
  if (area === 'templates' && templateName !== null && templateNamed(design, templateName) !== undefined) {
    useTemplateStore.getState().open(templateName)
    useUiStore.getState().show('templates')
    return true
  }
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
