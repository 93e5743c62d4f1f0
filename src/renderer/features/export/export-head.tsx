import { NativeSelect, SegmentedControl } from '@mantine/core'
import { IconCopy, IconDownload } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ExportedFile } from '@shared/contract/export'
import { commandKeys } from '../../stores/command-keys'
import { useExportStore } from '../../stores/export-store'
import { openInspector } from '../../stores/open-inspector'
import { copyExport, saveExport } from '../../stores/save-export'
import { useUiStore } from '../../stores/ui-store'
import { ActionButton } from '../../ui/action-button'
import { plural } from '../../ui/format'
import { lineCountOf } from './shown-lines'
import '../../ui/link.css'
import './export-head.css'

const CHANGES = (
  <>
    Changes<span className="gw-export-words"> since last export</span>
  </>
)

/** Which file is shown and how, and what to do with it. */
export function ExportHead({ file }: { readonly file: ExportedFile | undefined }) {
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
          { value: 'changes', label: CHANGES, disabled: !hasLast },
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
      <HiddenRemarks />
    </span>
  )
}

/** Where the list of what the file does not say is out of view, how long it is, and the way to it. */
function HiddenRemarks() {
  const isInspectorOpen = useUiStore((state) => state.isInspectorOpen)
  const count = useExportStore(
    (state) => (state.preview?.diagnostics.length ?? 0) + (state.preview?.readBack?.length ?? 0),
  )
  if (isInspectorOpen || count === 0) return null
  return (
    <button type="button" className="gw-link" data-testid="export-remarks" onClick={openInspector}>
      {plural(count, 'remark')}
    </button>
  )
}

/** "212 lines, 6.8 kB". */
function sizeOf(text: string): string {
  const bytes = new Blob([text]).size
  const size = bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(1)} kB`
  return `${plural(lineCountOf(text), 'line')}, ${size}`
}
