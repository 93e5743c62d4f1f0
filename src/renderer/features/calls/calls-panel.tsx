import { ActionIcon, TextInput, Tooltip } from '@mantine/core'
import { IconSearch, IconTrash, IconX } from '@tabler/icons-react'
import { useDeferredValue, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useDesignStore } from '../../stores/design-store'
import { useGatewayStore } from '../../stores/gateway-store'
import { useRecordsStore } from '../../stores/records-store'
import { useSelectedRestApi, useSelectedStageName } from '../../stores/selected-api'
import { useUiStore, type PanelTab } from '../../stores/ui-store'
import { Chip } from '../../ui/chip'
import { formatCount } from '../../ui/format'
import { CallsTable } from './calls-table'
import { ChangesTable, useUndeployedChanges } from './changes-table'
import { ProblemsTable } from './problems-table'
import { ServicesTable } from './services-table'
import './calls-panel.css'

const TABS: readonly PanelTab[] = ['calls', 'services', 'problems', 'changes']
const TABLES = { calls: CallsTable, services: ServicesTable, problems: ProblemsTable, changes: ChangesTable } as const

/**
 * The bottom panel of Design: calls of the gateway and what they gave to local services, problems of the design, changes since the
 * deployment.
 */
export function CallsPanel() {
  const tab = useUiStore((state) => state.panelTab)
  const [filter, setFilter] = useState('')
  const shownFilter = useDeferredValue(filter)
  const Table = TABLES[tab]
  return (
    <div className="gw-panel">
      <div className="gw-panel-head">
        <PanelTabs />
        <TextInput
          className="gw-panel-filter"
          aria-label={`Filter ${tab}`}
          placeholder={`Filter ${tab}`}
          value={filter}
          leftSection={<IconSearch size={14} stroke={1.6} aria-hidden />}
          onChange={(event) => setFilter(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && setFilter('')}
        />
        {tab === 'services' && <ClearRecords />}
        <Tooltip label="Hide panel">
          <ActionIcon aria-label="Hide panel" onClick={() => useUiStore.getState().toggle('panel')}>
            <IconX size={14} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className="gw-panel-body" role="tabpanel" aria-label={tab}>
        <Table filter={shownFilter} />
      </div>
    </div>
  )
}

function PanelTabs() {
  const active = useUiStore((state) => state.panelTab)
  const bar = useRef<HTMLDivElement>(null)
  function onKeyDown(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    const to = by === undefined ? undefined : TABS[(TABS.indexOf(active) + by + TABS.length) % TABS.length]
    if (to === undefined) return
    event.preventDefault()
    useUiStore.getState().showPanel(to)
    requestAnimationFrame(() => bar.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus())
  }
  const labels: { readonly [tab in PanelTab]: ReactNode } = {
    calls: <CallsLabel />,
    services: 'Local services',
    problems: <ProblemsLabel />,
    changes: <ChangesLabel />,
  }
  return (
    <div className="gw-panel-tabs" role="tablist" aria-label="Panel" ref={bar} onKeyDown={onKeyDown}>
      {TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          className="gw-panel-tab"
          data-tab={tab}
          aria-selected={tab === active}
          tabIndex={tab === active ? 0 : -1}
          onClick={() => useUiStore.getState().showPanel(tab)}
        >
          {labels[tab]}
        </button>
      ))}
    </div>
  )
}

/** What queues and tables hold stays: they begin empty with the next start of the gateway. */
function ClearRecords() {
  const isEmpty = useRecordsStore((state) => state.records.length === 0)
  return (
    <Tooltip label="Clear records">
      <ActionIcon aria-label="Clear records" disabled={isEmpty} onClick={() => useRecordsStore.getState().clear()}>
        <IconTrash size={14} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  )
}

function CallsLabel() {
  const count = useGatewayStore((state) => state.calls.length)
  return <>Calls {count > 0 && <Chip>{formatCount(count)}</Chip>}</>
}

function ProblemsLabel() {
  const errors = useDesignStore((state) => state.diagnostics.filter((each) => each.severity === 'error').length)
  const warnings = useDesignStore((state) => state.diagnostics.filter((each) => each.severity === 'warning').length)
  return (
    <>
      Problems
      {errors > 0 && <Chip tone="danger">{errors}</Chip>}
      {warnings > 0 && <Chip tone="warning">{warnings}</Chip>}
    </>
  )
}

function ChangesLabel() {
  const changes = useUndeployedChanges().length
  const api = useSelectedRestApi()
  const stageName = useSelectedStageName()
  const isDeployed = stageName !== null && api?.stages[stageName]?.deploymentId !== undefined
  return (
    <>
      {isDeployed ? 'Changes since deployment' : 'Changes'}
      {changes > 0 && <Chip>{changes}</Chip>}
    </>
  )
}
