import { useUiStore } from '../../stores/ui-store'

/** Bring the sidebar out, with the focus on the first template of the library. */
export function showLibrary(): void {
  const { isSidebarOpen, toggle } = useUiStore.getState()
  if (!isSidebarOpen) toggle('sidebar')
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('[data-testid="template-library"] [role="treeitem"]')?.focus(),
  )
}
