import { useDeferredValue } from 'react'
import { IconCircleMinus, IconCirclePlus, IconPencil } from '@tabler/icons-react'
import type { DesignChange } from '@shared/design/undeployed-changes'
import { goToField } from '../../stores/go-to-field'
import {
  useSelectedApiIndex,
  useSelectedRestApi,
  useSelectedStageName,
  useSelectedV2Api,
} from '../../stores/selected-api'
import { undeployedChangesOf } from '../../stores/undeployed'
import { DataTable, type Column } from '../../ui/data-table'

const ICONS = { added: IconCirclePlus, removed: IconCircleMinus, changed: IconPencil } as const

const COLUMNS: readonly Column<DesignChange>[] = [
  {
    key: 'change',
    label: 'Change',
    width: 'minmax(240px, 1fr)',
    render: (change) => {
      const Shape = ICONS[change.kind]
      return (
        <span className="gw-problem" title={change.text}>
          <Shape size={14} stroke={1.6} aria-label={change.kind} />
          <span className="gw-problem-text">{change.text}</span>
        </span>
      )
    },
  },
]

export function useUndeployedChanges(): readonly DesignChange[] {
  const api = useDeferredValue(useSelectedRestApi())
  const stageName = useSelectedStageName()
  return api === null || stageName === null ? [] : undeployedChangesOf(api, stageName)
}

/** Of APIs without deployments of their own here. */
const AT_ONCE = {
  HTTP: 'HTTP APIs serve every change at once: there is nothing to deploy.',
  WEBSOCKET: 'WebSocket APIs serve every change at once here: there is nothing to deploy.',
} as const

/** What callers of the stage do not see before the next deployment, one line an edit. */
export function ChangesTable({ filter }: { readonly filter: string }) {
  const changes = useUndeployedChanges()
  const stageName = useSelectedStageName()
  const apiIndex = useSelectedApiIndex()
  const v2Api = useSelectedV2Api()
  const words = filter.toLowerCase().trim()
  return (
    <DataTable
      label="Changes"
      testId="changes-table"
      rowTestId="change-row"
      columns={COLUMNS}
      rows={changes.filter((change) => change.text.toLowerCase().includes(words))}
      rowKey={(change) => `${change.pointer} ${change.text}`}
      rowAttributes={(change) => ({ 'data-kind': change.kind })}
      onRowClick={(change) => goToField(`/apis/${apiIndex}${change.pointer}`)}
      empty={
        v2Api !== null
          ? AT_ONCE[v2Api.protocolType]
          : changes.length === 0
            ? `Nothing changed since the last deployment to ${stageName ?? 'a stage'}.`
            : 'No change contains these words.'
      }
    />
  )
}
