import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react'
import type { Diagnostic, Severity } from '@shared/diagnostic'
import './diagnostic-list.css'

const ICONS: { readonly [severity in Severity]: typeof IconCircleX } = {
  error: IconCircleX,
  warning: IconAlertTriangle,
  info: IconInfoCircle,
}

/** Lines shown at once. A hostile file can have any number of problems. */
const SHOWN = 300

/** Problems with their place in the source: line and column where there is a text, else the JSON pointer. */
export function DiagnosticList({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) {
  if (diagnostics.length === 0) return null
  return (
    <ul className="gw-diagnostics" tabIndex={0} aria-label="Problems">
      {diagnostics.slice(0, SHOWN).map((diagnostic, index) => {
        const Icon = ICONS[diagnostic.severity]
        const { range } = diagnostic
        return (
          // oxlint-disable-next-line react/no-array-index-key -- two problems may be alike in every member, and the list never moves
          <li key={index} data-severity={diagnostic.severity}>
            <Icon size={14} stroke={1.6} aria-label={diagnostic.severity} />
            <span>{diagnostic.message}</span>
            <code>{range ? `${range.line}:${range.column}` : diagnostic.pointer}</code>
          </li>
        )
      })}
      {diagnostics.length > SHOWN && <li>and {diagnostics.length - SHOWN} more</li>}
    </ul>
  )
}
