import type { Design } from '@shared/design/design'
import { toast } from '../ui/toast'
import { useDesignStore } from './design-store'

export interface UndoableEdit {
  /** As the Edit menu shows it. */
  readonly name: string
  change(design: Design): Design
  /** What the toast says happened. */
  readonly message: string
  readonly code: string
  /** After it was taken back. */
  onUndone?(): unknown
}

/**
 * An edit told of in a toast that takes it back. Nothing is told when nothing changed; when other edits came after it, the toast says
 * that it cannot be taken back alone.
 */
export function editWithUndo({ name, change, message, code, onUndone }: UndoableEdit): boolean {
  const before = useDesignStore.getState().design
  useDesignStore.getState().edit(name, change)
  const after = useDesignStore.getState().design
  if (after === before) return false
  const undo = (): void => {
    if (useDesignStore.getState().design !== after) {
      toast({ message: `Other edits came after “${name}”. Undo them first.`, code })
      return
    }
    useDesignStore.getState().undo()
    onUndone?.()
  }
  toast({ message, code, undo })
  return true
}
