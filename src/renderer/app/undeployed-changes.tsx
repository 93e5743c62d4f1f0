import { Popover } from '@mantine/core'
import { IconCircleDashed, IconCircleMinus, IconCirclePlus, IconPencil } from '@tabler/icons-react'
import type { DesignChange } from '@shared/design/undeployed-changes'
import { useSelectedRestApi } from '../stores/selected-api'
import { useUiStore } from '../stores/ui-store'
import { undeployedChangesOf } from '../stores/undeployed'
import { plural } from '../ui/format'
import './undeployed-changes.css'

/** Lines shown at once; a long list belongs to a page of its own. */
const SHOWN = 200

const ICONS = { added: IconCirclePlus, removed: IconCircleMinus, changed: IconPencil } as const

function useUndeployed(): readonly DesignChange[] {
  const api = useSelectedRestApi()
  const stage = useUiStore((state) => state.stage)
  return api === null || stage === null ? [] : undeployedChangesOf(api, stage)
}

/** How many edits callers of the selected stage do not see yet, and which. */
export function UndeployedChanges() {
  const changes = useUndeployed()
  const stage = useUiStore((state) => state.stage)
  if (changes.length === 0) return null
  return (
    <Popover position="bottom-end" width={420} trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="gw-undeployed" data-testid="undeployed-changes" data-count={changes.length}>
          <IconCircleDashed size={14} stroke={1.6} aria-hidden />
          <span>
            {changes.length}{' '}
            <span className="gw-undeployed-words">undeployed {changes.length === 1 ? 'change' : 'changes'}</span>
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown className="gw-undeployed-list" aria-label={`Not yet deployed to ${stage}`}>
        <h2>Not yet deployed to {stage}</h2>
        <ul tabIndex={0} data-autofocus>
          {changes.slice(0, SHOWN).map((change) => {
            const Icon = ICONS[change.kind]
            return (
              <li key={`${change.pointer} ${change.text}`}>
                <Icon size={14} stroke={1.6} aria-label={change.kind} />
                {change.text}
              </li>
            )
          })}
          {changes.length > SHOWN && <li>and {plural(changes.length - SHOWN, 'more change')}</li>}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}
