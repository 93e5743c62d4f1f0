import { useDesignStore } from '../../stores/design-store'
import { selectedApiIndex } from '../../stores/selected-api'
import { useUiStore } from '../../stores/ui-store'
import type { SocketRow } from '../../stores/web-socket-feed'
import { findSocket, useWebSocketStore } from '../../stores/web-socket-store'
import { useWebSocketView } from '../../stores/web-socket-view'
import type { OnScreen } from './use-web-socket'

/** The WebSocket API and the stage on screen now; null when the API on screen is of another type. */
export function onScreenNow(): OnScreen | null {
  const { apiId, stage } = useUiStore.getState()
  const { design } = useDesignStore.getState()
  const api = design?.apis[selectedApiIndex(design, apiId)]
  if (api?.protocolType !== 'WEBSOCKET') return null
  const has = stage !== null && Object.hasOwn(api.stages, stage)
  return { api, stage: has ? stage : (Object.keys(api.stages)[0] ?? '') }
}

/** The chosen client of what is on screen now. */
export function selectedNow(): SocketRow | null {
  const screen = onScreenNow()
  const row = findSocket(useWebSocketStore.getState().rows, useWebSocketView.getState().selectedId)
  const isHere = row?.connection.apiId === screen?.api.id && row?.connection.stage === screen?.stage
  return isHere ? row : null
}
