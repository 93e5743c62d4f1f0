import { IconPlugConnected } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { useDesignStore } from '../../stores/design-store'
import { selectedApiIndex } from '../../stores/selected-api'
import { useUiStore } from '../../stores/ui-store'
import { useWebSocketStore } from '../../stores/web-socket-store'
import { plural } from '../../ui/format'
import { TreeList } from '../../ui/tree-list'
import type { TreeItem } from '../../ui/tree-rows'
import './web-socket-list.css'

/** The WebSocket APIs of the project in the sidebar of Try; nothing where there is none. */
export function WebSocketList() {
  const design = useDesignStore((state) => state.design)
  const apiId = useUiStore((state) => state.apiId)
  const rows = useWebSocketStore((state) => state.rows)
  const apis = useMemo(() => design?.apis.filter((api) => api.protocolType === 'WEBSOCKET') ?? [], [design])
  const items = useMemo(
    () =>
      apis.map((api) =>
        itemOf(api, rows.filter(({ connection, end }) => end === null && connection.apiId === api.id).length),
      ),
    [apis, rows],
  )
  if (apis.length === 0) return null
  const selected = design?.apis[selectedApiIndex(design, apiId)]?.id ?? null
  return (
    <section className="gw-ws-side" aria-labelledby="try-web-sockets">
      <h3 id="try-web-sockets">WebSocket</h3>
      <div className="gw-ws-side-rows">
        <TreeList items={items} label="WebSocket APIs" testId="ws-apis" selectedId={selected} onSelect={show} />
      </div>
    </section>
  )
}

function show(id: string): void {
  const { apiId, selectApi } = useUiStore.getState()
  const api = useDesignStore.getState().design?.apis.find((each) => each.id === id)
  if (api !== undefined && apiId !== id) selectApi(id, Object.keys(api.stages)[0] ?? null)
}

function itemOf({ id, name }: WebSocketApi, open: number): TreeItem {
  const state = open === 0 ? 'closed' : `${open} open`
  return {
    id,
    name: `${name}, ${open === 0 ? 'no connection open' : plural(open, 'connection', ' open')}`,
    content: (
      <span className="gw-ws-side-api">
        <IconPlugConnected size={14} stroke={1.6} aria-hidden />
        <span>{name}</span>
      </span>
    ),
    trailing: <span className="gw-ws-side-state">{state}</span>,
    testId: 'ws-api',
    attributes: { 'data-api': id, 'data-open': String(open) },
  }
}
