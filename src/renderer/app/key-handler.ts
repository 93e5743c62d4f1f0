import type { MenuCommandId } from '@shared/contract/menu'
import { bridge } from '../contract-client'
import { useShellStore } from '../stores/shell-store'
import { useTemplateStore } from '../stores/template-store'
import { useTryStore } from '../stores/try-store'
import { useUiStore } from '../stores/ui-store'
import { runCommand } from './commands/commands'
import { isChord, keyTable, parseKeys, type KeyBinding } from '../ui/keys'
import { IS_MAC } from '../stores/command-keys'
import { cycleRegion } from './regions'

/** Undo and redo of a text field are the field's own. */
const FIELD_KEYS: readonly KeyBinding['id'][] = ['edit.undo', 'edit.redo']

export function isTextField(element: Element | null): boolean {
  if (element instanceof HTMLTextAreaElement) return !element.readOnly
  return element instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range', 'file'].includes(element.type)
}

function filterSidebar(): void {
  const ui = useUiStore.getState()
  if (!ui.isSidebarOpen) ui.toggle('sidebar')
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-region="sidebar"] input')?.focus())
}

function closeTab(): void {
  const { activity, activeTab, closeTab } = useUiStore.getState()
  if (activity === 'templates') {
    const { name, close } = useTemplateStore.getState()
    if (name !== null) close(name)
    return
  }
  if (activity === 'try') {
    const { activeId, close } = useTryStore.getState()
    if (activeId !== null) close(activeId)
    return
  }
  if (activeTab !== null) closeTab(activeTab)
}

function runBinding(id: KeyBinding['id']): void {
  switch (id) {
    case 'window.commands':
      return useShellStore.getState().openPalette('>')
    case 'window.filterSidebar':
      return filterSidebar()
    case 'window.closeTab':
      return closeTab()
    case 'window.nextRegion':
      return cycleRegion(1)
    case 'window.previousRegion':
      return cycleRegion(-1)
    default:
      return runCommand(onThisScreen(id))
  }
}

/** Some keys do what the screen on show is for: Mod+Enter runs, sends or opens, Alt+S saves. */
export function onThisScreen(id: MenuCommandId): MenuCommandId {
  const { activity, activeTab } = useUiStore.getState()
  if (id === 'template.saveCase') return activity === 'try' ? 'try.save' : id
  if (id !== 'run.simulate') return id
  if (activity === 'templates') return 'template.runCases'
  if (activity === 'try') return 'try.send'
  if (activity === 'export') return 'export.save'
  if (activity === 'learn') return 'learn.run'
  return activity === 'design' && activeTab?.kind === 'route' ? 'route.try' : id
}

/** Listen to the key table. While a dialog is open its keys are its own. Returns the function that ends it. */
export function followKeys(): () => void {
  const table = keyTable(bridge.host).map((binding) => ({ id: binding.id, chord: parseKeys(binding.keys) }))
  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return
    const found = table.find(({ chord }) => isChord(chord, event, IS_MAC))
    if (found === undefined) return
    const isInDialog = document.querySelector('[role="dialog"][aria-modal="true"]') !== null
    if (isInDialog || (FIELD_KEYS.includes(found.id) && isTextField(document.activeElement))) return
    event.preventDefault()
    if (!event.repeat) runBinding(found.id)
  }
  window.addEventListener('keydown', onKeyDown)
  return () => window.removeEventListener('keydown', onKeyDown)
}
