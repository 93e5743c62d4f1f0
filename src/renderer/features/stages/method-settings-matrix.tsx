import { useMemo } from 'react'
import type { Design } from '@shared/design/design'
import { effectiveCaching, effectiveThrottle, methodSettingKey } from '@shared/design/method-settings'
import type { RestApi } from '@shared/design/rest-api'
import { restRoutes } from '@shared/design/route-key'
import type { Stage } from '@shared/design/stage'
import { useDesignStore } from '../../stores/design-store'
import { openInspector } from '../../stores/open-inspector'
import { useUiStore } from '../../stores/ui-store'
import { DataTable, type Column } from '../../ui/data-table'
import { formatNumber } from '../../ui/format'
import { MethodBadge } from '../../ui/method-badge'
import { PanelSection } from '../../ui/panel-section'
import type { StagePartProps } from './stage-part'

interface Cell {
  readonly text: string
  readonly isOwn: boolean
}

interface MatrixRow {
  readonly routeKey: string
  readonly verb: string
  readonly path: string
  readonly rate: Cell
  readonly burst: Cell
  readonly caching: Cell
  readonly ttl: Cell
}

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

/** Every method with what applies to it and whether it set that itself. */
export function matrixRows(design: Design, api: RestApi, stage: Stage): MatrixRow[] {
  return restRoutes(api).map(({ routeKey, verb, path }) => {
    const own = stage.methodSettings[methodSettingKey(path, verb)] ?? {}
    const { rateLimit, burstLimit } = effectiveThrottle(design, stage, path, verb)
    const caching = effectiveCaching(stage, path, verb)
    return {
      routeKey,
      verb,
      path,
      rate: { text: formatNumber(rateLimit), isOwn: own.throttlingRateLimit !== undefined },
      burst: { text: formatNumber(burstLimit), isOwn: own.throttlingBurstLimit !== undefined },
      caching: { text: caching.enabled ? 'on' : 'off', isOwn: own.cachingEnabled !== undefined },
      ttl: { text: formatNumber(caching.ttlInSeconds), isOwn: own.cacheTtlInSeconds !== undefined },
    }
  })
}
