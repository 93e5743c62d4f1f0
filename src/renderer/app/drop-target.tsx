import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useState, type DragEvent, type ReactNode } from 'react'
import { readImport } from '../stores/project-actions'
import './drop-target.css'

function hasFiles(event: { readonly dataTransfer: DataTransfer | null }): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/** A file dropped anywhere in the window is read as an import; it never replaces the page. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    // Without this a file dropped on an overlay would be opened by the browser in place of the window.
    const keepPage = (event: globalThis.DragEvent): void => {
      if (hasFiles(event)) event.preventDefault()
    }
    window.addEventListener('dragover', keepPage)
    window.addEventListener('drop', keepPage)
    return () => {
      window.removeEventListener('dragover', keepPage)
      window.removeEventListener('drop', keepPage)
    }
  }, [])
  function onDrop(event: DragEvent): void {
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file === undefined) return
    event.preventDefault()
    void readImport(file)
  }
  return (
    <div
      className="gw-drop"
      onDragEnter={(event) => setOver(hasFiles(event))}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false)
      }}
      onDrop={onDrop}
    >
      {children}
      {isOver && (
        <div className="gw-drop-over">
          <IconFileImport size={32} stroke={1.4} aria-hidden />
          Drop the file to see what carries over
        </div>
      )}
    </div>
  )
}
