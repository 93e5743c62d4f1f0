import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { useRunStore } from '../../stores/run-store'
import { ApiKeysTable, RoutesTable } from './count-tables'
import { speedWords } from './run-words'
import { SamplesTable } from './samples-table'
import { useSnapshot } from './use-snapshot'

/** The run in tables. */
export function Results() {
  const [tab, setTab] = useState<string | null>('routes')
  return (
    <Tabs value={tab} onChange={setTab} keepMounted={false} className="gw-sim-results" data-tab={tab}>
      <div className="gw-sim-results-head">
        <Tabs.List aria-label="Results">
          <Tabs.Tab value="routes">Routes</Tabs.Tab>
          <Tabs.Tab value="keys">API keys</Tabs.Tab>
          <Tabs.Tab value="samples">Sampled requests</Tabs.Tab>
        </Tabs.List>
        <Speed />
      </div>
      <Tabs.Panel value="routes">
        <RoutesTable />
      </Tabs.Panel>
      <Tabs.Panel value="keys">
        <ApiKeysTable />
      </Tabs.Panel>
      <Tabs.Panel value="samples">
        <SamplesTable />
      </Tabs.Panel>
    </Tabs>
  )
}

function Speed() {
  const seed = useRunStore((state) => state.scenario?.seed)
  const perSecond = useSnapshot()?.requestsPerSecondOfWallClock
  return seed === undefined || perSecond === undefined ? null : (
    <p className="gw-sim-speed">{speedWords(perSecond, seed)}</p>
  )
}
