import { useMemo } from 'react'
import { useDesignStore } from '../../stores/design-store'
import { openInspector } from '../../stores/open-inspector'
import { useUiStore } from '../../stores/ui-store'
import { DataTable, type Column } from '../../ui/data-table'
import { MethodBadge } from '../../ui/method-badge'
import { PanelSection } from '../../ui/panel-section'
import { matrixRows, type MatrixRow } from './matrix-rows'
import type { StagePartProps } from './stage-part'

const COLUMNS: readonly Column<MatrixRow>[] = [
  {
    key: 'route',
    label: 'Method',
    width: 'minmax(160px, 2fr)',
    render: (row) => (
      <span className="gw-matrix-route">
        <MethodBadge verb={row.verb} /> <span className="gw-mono">{row.path}</span>
      </span>
    ),
  },
  ...(['rate', 'burst', 'caching', 'ttl'] as const).map((key): Column<MatrixRow> => ({
    key,
    label: { rate: 'Rate, requests/s', burst: 'Burst, requests', caching: 'Caching', ttl: 'TTL, seconds' }[key],
    width: 'minmax(96px, 1fr)',
    align: key === 'caching' ? 'start' : 'end',
    render: (row) => <span className={row[key].isOwn ? undefined : 'gw-inherited'}>{row[key].text}</span>,
  })),
]

/** Settings of every method in one stage; what is inherited is grey. A row leads to the method's throttle. */
export function MethodSettingsMatrix({ api, stage }: StagePartProps) {
  const design = useDesignStore((state) => state.design)
  const rows = useMemo(() => (design === null ? [] : matrixRows(design, api, stage)), [design, api, stage])
  return (
    <PanelSection title="Method settings">
      <p className="gw-editor-note">Grey values are inherited. Choose a method to give it its own.</p>
      <div className="gw-matrix">
        <DataTable
          label="Method settings"
          testId="method-settings"
          columns={COLUMNS}
          rows={rows}
          rowKey={(row) => row.routeKey}
          rowAttributes={(row) => ({ 'data-route-key': row.routeKey })}
          onRowClick={(row) => openThrottle(row.routeKey)}
          empty="No routes yet."
        />
      </div>
    </PanelSection>
  )
}

function openThrottle(key: string): void {
  const ui = useUiStore.getState()
  ui.openTab({ kind: 'route', key })
  ui.selectStep('throttle')
  openInspector()
}
