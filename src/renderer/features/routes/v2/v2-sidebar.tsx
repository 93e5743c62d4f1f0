import { useDeferredValue, useMemo, useState } from 'react'
import { putV2Stage } from '@shared/design/edits/v2/put-v2-stage'
import type { V2Api } from '@shared/design/v2-api'
import { useDesignStore } from '../../../stores/design-store'
import { useSelectedStageName } from '../../../stores/selected-api'
import { SidebarFilter } from '../../../ui/sidebar-filter'
import { SharedList } from '../shared-list'
import { sharedThings } from '../shared-things'
import { SidebarHead } from '../sidebar-head'
import { StageList } from '../stage-list'
import { problemOfV2StageName } from '@shared/design/v2-rules/stage-name-rule'
import { V2RouteTree } from './v2-route-tree'

/** Everything of an HTTP or WebSocket API: its routes, what they share, its stages. */
export function V2Sidebar({ api }: { readonly api: V2Api }) {
  const [filter, setFilter] = useState('')
  const shownFilter = useDeferredValue(filter)
  return (
    <div className="gw-sidebar">
      <SidebarHead apiId={api.id} name={api.name} />
      <SidebarFilter things="routes" value={filter} onChange={setFilter} />
      <div className="gw-sidebar-routes">
        <h2 className="gw-sidebar-title">Routes</h2>
        {Object.keys(api.routes).length === 0 ? (
          <p className="gw-sidebar-none">No routes yet.</p>
        ) : (
          <V2RouteTree api={api} filter={shownFilter} />
        )}
      </div>
      <V2Shared api={api} />
    </div>
  )
}

function V2Shared({ api }: { readonly api: V2Api }) {
  const stageName = useSelectedStageName()
  const design = useDesignStore((state) => state.design)
  const things = useMemo(() => (design === null ? [] : sharedThings(design, api)), [design, api])
  const stages = useMemo(
    () => Object.keys(api.stages).map((name) => ({ name, note: name === stageName ? 'shown' : '' })),
    [api.stages, stageName],
  )
  const add = (name: string): void =>
    useDesignStore.getState().edit(`Add stage ${name}`, (each) => putV2Stage(each, api.id, name, { autoDeploy: true }))
  return (
    <div className="gw-sidebar-shared">
      <SharedList things={things} />
      <StageList stages={stages} problemOfName={(name) => problemOfV2StageName(api, name)} onAdd={add} />
    </div>
  )
}
