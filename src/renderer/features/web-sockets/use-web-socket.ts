import { useMemo } from 'react'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { useSelectedStageName, useSelectedV2Api } from '../../stores/selected-api'
import type { SocketRow, StreamEntry } from '../../stores/web-socket-feed'
import { findSocket, useWebSocketStore } from '../../stores/web-socket-store'
import { useWebSocketView } from '../../stores/web-socket-view'

/** The WebSocket API and the stage on screen. */
export interface OnScreen {
  readonly api: WebSocketApi
  /** "" without any. */
  readonly stage: string
}

/** null when the API on screen is of another type. */
export function useOnScreen(): OnScreen | null {
  const api = useSelectedV2Api()
  const stage = useSelectedStageName()
  return useMemo(() => (api?.protocolType === 'WEBSOCKET' ? { api, stage: stage ?? '' } : null), [api, stage])
}

/** The clients of the API and stage on screen, oldest first. */
export function useSockets({ api, stage }: OnScreen): readonly SocketRow[] {
  const rows = useWebSocketStore((state) => state.rows)
  return useMemo(
    () => rows.filter(({ connection }) => connection.apiId === api.id && connection.stage === stage),
    [rows, api.id, stage],
  )
}

/** Those that are open. */
export function useOpenSockets(screen: OnScreen): readonly SocketRow[] {
  const rows = useSockets(screen)
  return useMemo(() => rows.filter(({ end }) => end === null), [rows])
}

/** The chosen client; null when it belongs to another API or stage. */
export function useSelectedSocket(screen: OnScreen): SocketRow | null {
  const rows = useSockets(screen)
  const selectedId = useWebSocketView((state) => state.selectedId)
  return useMemo(() => findSocket(rows, selectedId), [rows, selectedId])
}

/** What happened on the connections of the API and stage on screen. */
export function useEntries(screen: OnScreen): readonly StreamEntry[] {
  const rows = useSockets(screen)
  const entries = useWebSocketStore((state) => state.entries)
  return useMemo(() => {
    const ids = new Set(rows.map(({ connection }) => connection.connectionId))
    return entries.filter(({ connectionId }) => ids.has(connectionId))
  }, [rows, entries])
}
