import { Button, Group, Modal } from '@mantine/core'
import type { CSSProperties } from 'react'
import { diffJson, type JsonDifference } from '@shared/design/diff-json'
import { pointerTo } from '@shared/diagnostic'
import { useDesignStore } from '../stores/design-store'
import { keepMine, takeTheirs } from '../stores/project-actions'
import { useShellStore } from '../stores/shell-store'
import { DataTable, type Column } from '../ui/data-table'
import { plural } from '../ui/format'
import './dialogs.css'

function shown(value: unknown): string {
  return value === undefined ? 'not there' : typeof value === 'string' ? value : JSON.stringify(value)
}

/** The end of a long pointer says more than its beginning. */
function Place({ pointer }: { readonly pointer: string }) {
  return (
    <span className="gw-compare-place" title={pointer}>
      <bdi>{pointer}</bdi>
    </span>
  )
}

const COLUMNS: readonly Column<JsonDifference>[] = [
  {
    key: 'place',
    label: 'Place',
    width: 'minmax(220px, 5fr)',
    mono: true,
    render: ({ path }) => <Place pointer={pointerTo(path)} />,
  },
  {
    key: 'mine',
    label: 'In this window',
    width: 'minmax(120px, 2fr)',
    mono: true,
    render: ({ before }) => shown(before),
  },
  { key: 'theirs', label: 'In the file', width: 'minmax(120px, 2fr)', mono: true, render: ({ after }) => shown(after) },
]

/** What differs between the window and a file that was changed outside. */
export function CompareDialog() {
  const isOpen = useShellStore((state) => state.overlay === 'compare')
  const change = useShellStore((state) => state.diskChange)
  const design = useDesignStore((state) => state.design)
  const close = useShellStore((state) => state.close)
  const differences = isOpen && change?.design && design ? diffJson(design, change.design) : []
  const note =
    change === null
      ? 'The file was changed outside. What it holds is not known yet; Keep mine writes what is in this window.'
      : change.design === null
        ? change.message
        : `${plural(differences.length, 'difference')} between this window and the file`
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title="Changed on disk"
      size={860}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <p className="gw-dialog-text">{note}</p>
      {differences.length > 0 && (
        <div className="gw-compare" style={{ '--gw-compare-rows': differences.length + 1 } as CSSProperties}>
          <DataTable label="Differences" columns={COLUMNS} rows={differences} rowKey={({ path }) => pointerTo(path)} />
        </div>
      )}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button onClick={close}>Decide later</Button>
        <Button onClick={() => void keepMine()}>Keep mine</Button>
        {change?.design && (
          <Button variant="filled" onClick={() => void takeTheirs()}>
            Take theirs
          </Button>
        )}
      </Group>
    </Modal>
  )
}
