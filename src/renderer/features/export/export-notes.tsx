import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import type { ExportPreview } from '@shared/contract/export'
import type { Diagnostic, Severity } from '@shared/diagnostic'
import { useExportStore } from '../../stores/export-store'
import { canGoToField, goToField } from '../../stores/go-to-field'
import { plural } from '../../ui/format'
import { ChangeList } from '../../ui/change-list'
import './export-notes.css'
import '../../ui/link.css'

const ICONS: { readonly [severity in Severity]: typeof IconCircleX } = {
  error: IconCircleX,
  warning: IconAlertTriangle,
  info: IconInfoCircle,
}
const ORDER: readonly Severity[] = ['error', 'warning', 'info']

/** Notes shown at once; a large design can have any number. */
const SHOWN = 200

/** What the file does not say, whether it reads back the same, and what changed since the last export. */
export function ExportNotes() {
  const preview = useExportStore((state) => state.preview)
  if (preview === null) return null
  const notes = ORDER.flatMap((severity) => preview.diagnostics.filter((each) => each.severity === severity))
  return (
    <div className="gw-export-notes">
      <h2>
        What the file does not say <span className="gw-numbers">{notes.length}</span>
      </h2>
      <div className="gw-side-scroll">
        <ul aria-label="What the file does not say">
          {notes.slice(0, SHOWN).map((note) => (
            <Note key={`${note.code} ${note.pointer} ${note.message}`} note={note} />
          ))}
          {notes.length > SHOWN && <li>and {notes.length - SHOWN} more</li>}
        </ul>
        <ReadBack preview={preview} />
        <Since preview={preview} />
      </div>
    </div>
  )
}

function Note({ note }: { readonly note: Diagnostic }) {
  const { severity, message, pointer } = note
  const Icon = ICONS[severity]
  return (
    <li className="gw-export-note" data-testid="export-note" data-severity={severity}>
      <Icon size={16} stroke={1.6} aria-label={severity} />
      <span>
        {message}
        {canGoToField(pointer) && (
          <button type="button" className="gw-link" onClick={() => goToField(pointer)}>
            Show in the design
          </button>
        )}
      </span>
    </li>
  )
}

function ReadBack({ preview }: { readonly preview: ExportPreview }) {
  const { readBack } = preview
  if (readBack === null) return null
  const isSame = readBack.length === 0
  const Icon = isSame ? IconCircleCheck : IconAlertTriangle
  return (
    <section className="gw-export-read-back" aria-label="Read back">
      <div className="gw-export-note" data-severity={isSame ? 'success' : 'warning'} data-testid="export-read-back">
        <Icon size={16} stroke={1.6} aria-hidden />
        <span>
          <strong>{isSame ? 'Reads back the same' : 'Reads back with less'}</strong>
          {isSame
            ? 'Exported, imported again and compared: no difference.'
            : `Exported, imported again and compared: ${plural(readBack.length, 'difference')}.`}
        </span>
      </div>
      <ChangeList label="Differences when read back" changes={readBack} />
    </section>
  )
}

function Since({ preview }: { readonly preview: ExportPreview }) {
  const { last, since } = preview
  if (last === null) return null
  const at = new Date(last.at).toLocaleString('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  return (
    <section aria-label="Since the last export">
      <h3>Since the export of {at}</h3>
      {since.length === 0 ? (
        <p className="gw-export-same">Nothing changed.</p>
      ) : (
        <ChangeList label="Changes since the last export" changes={since} />
      )}
    </section>
  )
}
