import { Tabs } from '@mantine/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useFoundRequestsStore } from '../../stores/found-requests-store'
import { AnswersPanel } from './answers-panel'
import { CostPanel } from './cost-panel'
import { ApiKeysTable, RoutesTable } from './count-tables'
import { DifferencesTable } from './differences-table'
import { FindRequests } from './find-requests'
import { SamplesTable } from './samples-table'
import { useCompared } from './use-compared'

/** The run in tables. */
export function Results() {
  const [tab, setTab] = useState<string | null>('routes')
  const hasCompared = useCompared() !== null
  const shown = tab === 'differences' && !hasCompared ? 'routes' : tab
  const ref = useRef<HTMLDivElement>(null)
  const choose = useCallback((next: string | null): void => {
    setTab(next)
    // What is chosen below the charts comes into view, once it has its size.
    requestAnimationFrame(() => ref.current?.scrollIntoView({ block: 'nearest' }))
  }, [])
  useFindOnAsk(choose)
  return (
    <Tabs ref={ref} value={shown} onChange={choose} keepMounted={false} className="gw-sim-results" data-tab={shown}>
      <div className="gw-sim-results-head">
        <Tabs.List aria-label="Results">
          <Tabs.Tab value="routes">Routes</Tabs.Tab>
          <Tabs.Tab value="keys">API keys</Tabs.Tab>
          <Tabs.Tab value="samples">Sampled requests</Tabs.Tab>
          <Tabs.Tab value="find">Find requests</Tabs.Tab>
          <Tabs.Tab value="answers">Answers</Tabs.Tab>
          <Tabs.Tab value="cost">Cost</Tabs.Tab>
          {hasCompared && <Tabs.Tab value="differences">Differences</Tabs.Tab>}
        </Tabs.List>
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
      <Tabs.Panel value="find">
        <FindRequests />
      </Tabs.Panel>
      <Tabs.Panel value="answers">
        <AnswersPanel />
      </Tabs.Panel>
      <Tabs.Panel value="cost">
        <CostPanel />
      </Tabs.Panel>
      <Tabs.Panel value="differences">
        <DifferencesTable />
      </Tabs.Panel>
    </Tabs>
  )
}

/** Whatever asks for requests brings their tab to the front. */
function useFindOnAsk(choose: (tab: string) => void): void {
  useEffect(
    () =>
      useFoundRequestsStore.subscribe(({ asked }, before) => {
        if (asked !== before.asked) choose('find')
      }),
    [choose],
  )
}
