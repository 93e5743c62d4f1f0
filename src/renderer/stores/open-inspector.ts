import { useUiStore } from './ui-store'

/** Bring the inspector out if it is not. */
export function openInspector(): void {
  const { isInspectorOpen, toggle } = useUiStore.getState()
  if (!isInspectorOpen) toggle('inspector')
}
