import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconLoader } from '@tabler/icons-react'
import { useDesignStore } from '../stores/design-store'
import { keepMine } from '../stores/project-actions'
import { useShellStore } from '../stores/shell-store'
import { toast } from '../ui/toast'
import { StatusItem } from './status-item'

async function copyPath(path: string): Promise<void> {
  await navigator.clipboard.writeText(path)
  toast({ message: `${path} is in the clipboard`, code: 'path-copied' })
}

/** Says to a screen reader that edits are not kept. Being saved is silent. */
export function SaveAnnouncer() {
  const saveState = useDesignStore((state) => state.saveState)
  const text =
    saveState?.state === 'failed'
      ? `Cannot save: ${saveState.message}`
      : saveState?.state === 'conflict'
        ? 'Changed on disk'
        : ''
  return (
    <span role="status" className="gw-hidden">
      {text}
    </span>
  )
}

/** Whether the last edit is on disk; after a failure or a change outside, with what can be done. */
export function SavedItem() {
  const saveState = useDesignStore((state) => state.saveState)
  const path = useDesignStore((state) => state.path)
  const isChangedOutside = useShellStore((state) => state.diskChange !== null)
  const open = useShellStore((state) => state.open)
  if (saveState === null) return null
  if (isChangedOutside || saveState.state === 'conflict') {
    return (
      <StatusItem testId="status-saved" attributes={{ 'data-state': 'conflict' }} onClick={() => open('compare')}>
        <IconAlertTriangle size={14} stroke={1.6} aria-hidden /> Changed on disk{' '}
        <span className="gw-status-link">Compare</span>
      </StatusItem>
    )
  }
  if (saveState.state === 'failed') {
    return (
      <StatusItem
        testId="status-saved"
        attributes={{ 'data-state': 'failed' }}
        tooltip={saveState.message}
        onClick={() => void keepMine()}
      >
        <IconCircleX size={14} stroke={1.6} aria-hidden /> Cannot save: {saveState.message}{' '}
        <span className="gw-status-link">Retry</span>
      </StatusItem>
    )
  }
  const isSaved = saveState.state === 'saved'
  return (
    <StatusItem
      testId="status-saved"
      attributes={{ 'data-state': saveState.state }}
      tooltip={path ?? undefined}
      onClick={() => void copyPath(path ?? '')}
    >
      {isSaved ? (
        <IconCircleCheck size={14} stroke={1.6} aria-hidden />
      ) : (
        <IconLoader size={14} stroke={1.6} aria-hidden />
      )}
      {isSaved ? 'Saved' : 'Saving'}
    </StatusItem>
  )
}
