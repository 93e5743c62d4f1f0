import { useUiStore } from '../stores/ui-store'

/** How long a field may take to come on screen. Milliseconds. */
const PATIENCE_MS = 1000

function isAbove(parent: string, child: string): boolean {
  return child.startsWith(`${parent}/`)
}

/** The field of a place in the design; `orNear`: else one above or below it, as a pointer may lead to a list or a whole object. */
function fieldAt(pointer: string, orNear: boolean): HTMLElement | undefined {
  const fields = [...document.querySelectorAll<HTMLElement>('[data-path]')]
  const pathOf = (field: HTMLElement): string => field.dataset['path'] ?? ''
  const exact = fields.find((field) => pathOf(field) === pointer)
  if (exact !== undefined || !orNear) return exact
  return fields.find((field) => isAbove(pathOf(field), pointer) || isAbove(pointer, pathOf(field)))
}

/** Focus the field as soon as it is on screen, unless something else was asked for in the meantime. */
function focusWhenShown(pointer: string, until: number): void {
  if (useUiStore.getState().focusPointer !== pointer) return
  const isLate = performance.now() >= until
  const field = fieldAt(pointer, isLate)
  if (field === undefined && !isLate) {
    requestAnimationFrame(() => focusWhenShown(pointer, until))
    return
  }
  useUiStore.getState().focusField(null)
  field?.scrollIntoView({ block: 'nearest' })
  field?.focus()
  if (field instanceof HTMLInputElement && field.type !== 'checkbox') field.select()
}

/** Follow the store's "go to the field". Returns the function that ends it. */
export function followFieldFocus(): () => void {
  return useUiStore.subscribe((state, before) => {
    const { focusPointer } = state
    if (focusPointer === null || focusPointer === before.focusPointer) return
    requestAnimationFrame(() => focusWhenShown(focusPointer, performance.now() + PATIENCE_MS))
  })
}
