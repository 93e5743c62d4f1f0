import { ActionIcon } from '@mantine/core'
import { IconFileInfo, IconX } from '@tabler/icons-react'
import { create } from 'zustand'

/** What the file that was saved last cannot carry. */
export const useExportNotes = create<{ readonly name: string; readonly notes: readonly string[] }>()(() => ({
  name: '',
  notes: [],
}))

/** Says what a saved file leaves out, until somebody has read it. */
export function ExportNotes() {
  const { name, notes } = useExportNotes()
  if (notes.length === 0) return null
  return (
    <div className="gw-sim-change" role="status" data-testid="sim-export-notes">
      <IconFileInfo size={16} stroke={1.6} aria-hidden="true" />
      <div>
        <p>Saved {name}. What it does not carry:</p>
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </div>
      <ActionIcon size={24} aria-label="Close notes" onClick={() => useExportNotes.setState({ name: '', notes: [] })}>
        <IconX size={14} stroke={1.6} />
      </ActionIcon>
    </div>
  )
}
