import { useDeferredValue, useMemo, useState } from 'react'
import { addStage } from '@shared/design/edits/add-stage'
import type { RestApi } from '@shared/design/rest-api'
import { useDesignStore } from '../../stores/design-store'
import { useSelectedRestApi, useSelectedStageName, useSelectedV2Api } from '../../stores/selected-api'
import { SidebarFilter } from '../../ui/sidebar-filter'
import { RouteTree } from './route-tree'
import { SharedList } from './shared-list'
import { sharedThings } from './shared-things'
import { SidebarHead } from './sidebar-head'
import { StageList } from './stage-list'
import { V2Sidebar } from './v2/v2-sidebar'
import './design-sidebar.css'

/** Everything of an API: its routes, what they share, its stages. */
export function DesignSidebar() {
  const api = useSelectedRestApi()
  const v2Api = useSelectedV2Api()
  if (api !== null) return <RestSidebar key={api.id} api={api} />
  return v2Api === null ? null : <V2Sidebar key={v2Api.id} api={v2Api} />
}

function RestSidebar({ api }: { readonly api: RestApi }) {
  const [filter, setFilter] = useState('')
  const shownFilter = useDeferredValue(filter)
  const stageName = useSelectedStageName()
  return (
    <div className="gw-sidebar">
      <SidebarHead apiId={api.id} name={api.name} />
      <SidebarFilter things="routes" value={filter} onChange={setFilter} />
      <div className="gw-sidebar-routes">
        <h2 className="gw-sidebar-title">Resources</h2>
        {Object.keys(api.resources).length === 0 ? (
          <p className="gw-sidebar-none">No routes yet.</p>
        ) : (
          <RouteTree api={api} stageName={stageName} filter={shownFilter} />
        )}
      </div>
      <RestShared api={api} stageName={stageName} />
    </div>
  )
}

function RestShared({ api, stageName }: { readonly api: RestApi; readonly stageName: string | null }) {
  const design = useDesignStore((state) => state.design)
  const things = useMemo(() => (design === null ? [] : sharedThings(design, api)), [design, api])
  const stages = useMemo(
    () =>
      Object.entries(api.stages).map(([name, { canarySettings }]) => ({
        name,
        note: [
          name === stageName ? 'shown' : '',
          canarySettings === undefined ? '' : `canary ${canarySettings.percentTraffic} %`,
        ]
          .filter(Boolean)
          .join(', '),
      })),
    [api.stages, stageName],
  )
  return (
    <div className="gw-sidebar-shared">
      <SharedList things={things} />
      <StageList
        stages={stages}
        problemOfName={(name) => problemOfStageName(api, name)}
        onAdd={(name) => useDesignStore.getState().edit(`Add stage ${name}`, (each) => addStage(each, api.id, name))}
      />
    </div>
  )
}

/** Source of the rule: rest-api.md 11.1. */
function problemOfStageName(api: RestApi, name: string): string | undefined {
  if (!/^[A-Za-z0-9_-]{1,128}$/.test(name)) return 'Letters, digits, _ and -, at most 128'
  return Object.hasOwn(api.stages, name) ? `Stage ${name} exists already` : undefined
}
