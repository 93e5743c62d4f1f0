import type { ApiChange } from '@shared/design/compare/design-comparison'
import './change-list.css'
import './link.css'

const SIGNS = { added: '+', removed: '−', changed: '~' } as const

/** Changes shown at once. */
const SHOWN = 500

export interface ChangeListProps {
  readonly label: string
  readonly changes: readonly ApiChange[]
  /** Called with a change that was clicked; without it the list is for reading. */
  onChoose?(change: ApiChange): void
}

/** What differs between two designs, by API and by what the settings belong to. */
export function ChangeList({ label, changes, onChoose }: ChangeListProps) {
  if (changes.length === 0) return null
  return (
    <ul className="gw-changes" aria-label={label}>
      {changes.slice(0, SHOWN).map((change) => (
        <li
          key={`${change.kind} ${change.api} ${change.subject} ${change.setting} ${change.beforePointer} ${change.afterPointer}`}
          data-testid="design-change"
          data-kind={change.kind}
        >
          <span className="gw-change-sign" aria-label={change.kind}>
            {SIGNS[change.kind]}
          </span>
          <span className="gw-change-words">
            {onChoose && change.beforePointer !== undefined ? (
              <button type="button" className="gw-link" onClick={() => onChoose(change)}>
                <Subject change={change} />
              </button>
            ) : (
              <Subject change={change} />
            )}
            <Setting change={change} />
          </span>
        </li>
      ))}
      {changes.length > SHOWN && <li>and {changes.length - SHOWN} more</li>}
    </ul>
  )
}

function Subject({ change }: { readonly change: ApiChange }) {
  const { api, subject } = change
  return <span>{subject === '' ? api || 'Project' : subject}</span>
}

function Setting({ change }: { readonly change: ApiChange }) {
  const { kind, setting, before, after } = change
  if (setting === '') return <span className="gw-change-note">{kind}</span>
  return (
    <span className="gw-change-note">
      {setting}
      {before !== undefined && <del title={before}>{before}</del>}
      {after !== undefined && <ins title={after}>{after}</ins>}
    </span>
  )
}
