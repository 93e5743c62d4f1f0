import { useEffect, useMemo } from 'react'
import type { ExportedFile } from '@shared/contract/export'
import { useDesignStore } from '../../stores/design-store'
import { useExportStore } from '../../stores/export-store'
import { useUiStore } from '../../stores/ui-store'
import { CodeEditor } from '../../ui/code-editor/code-editor'
import { DiffView } from '../../ui/code-editor/diff-view'
import { ExportHead } from './export-head'
import { languageOf } from './export-formats'
import { NoFile } from './no-file'
import { shownLines } from './shown-lines'
import './export-main.css'

/** The file as it would be saved now, or what changed in it since the last time. */
export function ExportMain() {
  useFreshPreview()
  const preview = useExportStore((state) => state.preview)
  const failure = useExportStore((state) => state.failure)
  const fileName = useExportStore((state) => state.fileName)
  const file = preview?.files.find(({ name }) => name === fileName)
  const last = preview?.last?.files.find(({ name }) => name === fileName)
  return (
    <div className="gw-export">
      <ExportHead file={file} />
      <div className="gw-export-body">
        {file ? (
          <Body file={file} last={preview?.last ? (last ?? { ...file, text: '' }) : undefined} />
        ) : (
          (failure !== null || preview !== null) && <NoFile failure={failure} preview={preview} />
        )}
      </div>
    </div>
  )
}

/** The preview follows the design and what is selected of it. */
function useFreshPreview(): void {
  useEffect(() => {
    const { refresh } = useExportStore.getState()
    refresh()
    const ends = [
      useDesignStore.subscribe((state, before) => state.revision !== before.revision && refresh()),
      useUiStore.subscribe((state, before) => state.apiId !== before.apiId && refresh()),
    ]
    return () => ends.forEach((end) => end())
  }, [])
}

function Body({ file, last }: { readonly file: ExportedFile; readonly last: ExportedFile | undefined }) {
  const view = useExportStore((state) => state.view)
  const isBusy = useExportStore((state) => state.isBusy)
  const format = useExportStore((state) => state.previewFormat ?? state.format)
  const language = languageOf(file.name)
  const shown = useMemo(() => shownLines(file.text), [file.text])
  const before = useMemo(() => shownLines(last?.text ?? '').text, [last?.text])
  const common = { language, testId: 'export-preview', attributes: { 'data-format': format }, isBusy } as const
  return (
    <>
      {shown.note !== null && <p className="gw-export-cut">{shown.note}</p>}
      <div className="gw-export-text">
        {view === 'changes' && last !== undefined ? (
          <DiffView isRevealing {...common} label={`Changes of ${file.name}`} expected={before} actual={shown.text} />
        ) : (
          <CodeEditor {...common} label={`Preview of ${file.name}`} documentId={file.name} value={shown.text} />
        )}
      </div>
    </>
  )
}
