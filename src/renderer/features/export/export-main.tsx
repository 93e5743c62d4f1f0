import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { IconCopy, IconDownload } from '@tabler/icons-react'
import { useEffect, useMemo } from 'react'
import type { ExportedFile, ExportPreview } from '@shared/contract/export'
import { commandKeys } from '../../stores/command-keys'
import { useDesignStore } from '../../stores/design-store'
import { holdsOneApi, useExportStore } from '../../stores/export-store'
import { copyExport, saveExport } from '../../stores/save-export'
import { useUiStore } from '../../stores/ui-store'
import { ActionButton } from '../../ui/action-button'
import { CodeEditor } from '../../ui/code-editor/code-editor'
import { DiffView } from '../../ui/code-editor/diff-view'
import { EmptyState } from '../../ui/empty-state'
import { plural } from '../../ui/format'
import { FORMAT_WORDS, languageOf } from './export-formats'
import { lineCountOf, shownLines } from './shown-lines'
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
      <Head file={file} />
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

interface NoFileProps {
  readonly failure: string | null
  readonly preview: ExportPreview | null
}

/** Why there is no file, and for a WebSocket API the format that holds it. */
function NoFile({ failure, preview }: NoFileProps) {
  const format = useExportStore((state) => state.format)
  const choose = useExportStore((state) => state.choose)
  const errors = preview?.diagnostics.filter(({ severity }) => severity === 'error') ?? []
  const why = failure ?? errors[0]?.message ?? 'The design has nothing that this format holds.'
  return (
    <EmptyState
      title={`No file in ${FORMAT_WORDS[format].label}`}
      actions={
        holdsOneApi(format) && (
          <Button onClick={() => choose('cloudformation')}>{FORMAT_WORDS.cloudformation.label} instead</Button>
        )
      }
    >
      {why}
    </EmptyState>
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

function Head({ file }: { readonly file: ExportedFile | undefined }) {
  const view = useExportStore((state) => state.view)
  const change = useExportStore((state) => state.change)
  const hasLast = useExportStore((state) => (state.preview?.last ?? null) !== null)
  const reason = file === undefined ? 'There is no file to save' : null
  return (
    <header className="gw-export-head">
      <FileName file={file} />
      <span className="gw-export-gap" />
      <SegmentedControl
        aria-label="What to show"
        size="xs"
        value={view}
        data={[
          { value: 'preview', label: 'Preview' },
          { value: 'changes', label: 'Changes since last export', disabled: !hasLast },
        ]}
        onChange={(value) => change({ view: value === 'changes' ? 'changes' : 'preview' })}
      />
      <ActionButton
        leftSection={<IconCopy size={14} stroke={1.6} aria-hidden />}
        disabledReason={reason}
        onClick={() => void copyExport()}
      >
        Copy
      </ActionButton>
      <ActionButton
        variant="filled"
        testId="export-save"
        leftSection={<IconDownload size={14} stroke={1.6} aria-hidden />}
        disabledReason={reason}
        tooltip={commandKeys('run.simulate')}
        onClick={() => void saveExport()}
      >
        Save
      </ActionButton>
    </header>
  )
}

function FileName({ file }: { readonly file: ExportedFile | undefined }) {
  const files = useExportStore((state) => state.preview?.files)
  const change = useExportStore((state) => state.change)
  const size = useMemo(() => sizeOf(file?.text ?? ''), [file?.text])
  if (file === undefined || files === undefined) return <span className="gw-export-name" />
  return (
    <span className="gw-export-name">
      {files.length > 1 ? (
        <NativeSelect
          aria-label="File"
          size="xs"
          value={file.name}
          data={files.map(({ name }) => name)}
          onChange={(event) => change({ fileName: event.currentTarget.value })}
        />
      ) : (
        <strong title={file.name}>{file.name}</strong>
      )}
      <span className="gw-export-size gw-numbers">{size}</span>
    </span>
  )
}

/** "212 lines, 6.8 kB". */
function sizeOf(text: string): string {
  const bytes = new Blob([text]).size
  const size = bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} kB`
  return `${plural(lineCountOf(text), 'line')}, ${size}`
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
