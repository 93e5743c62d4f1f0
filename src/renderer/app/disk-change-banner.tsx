import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useDesignStore } from '../stores/design-store'
import { fileNameOf, keepMine, takeTheirs } from '../stores/project-actions'
import { useShellStore } from '../stores/shell-store'
import './disk-change-banner.css'

/** The open file was changed by something else: nothing is written over it before one of these is chosen. */
export function DiskChangeBanner() {
  const change = useShellStore((state) => state.diskChange)
  const path = useDesignStore((state) => state.path)
  if (change === null || path === null) return null
  return (
    <div className="gw-banner" role="alert" data-testid="changed-on-disk">
      <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
      <span>
        {fileNameOf(path)} was changed outside Gatewright
        {change.design === null && ` and cannot be read: ${change.message}`}. Nothing is saved until you choose.
      </span>
      {change.design !== null && (
        <>
          <Button onClick={() => void takeTheirs()}>Take theirs</Button>
          <Button onClick={() => useShellStore.getState().open('compare')}>Compare</Button>
        </>
      )}
      <Button onClick={() => void keepMine()}>Keep mine</Button>
    </div>
  )
}
