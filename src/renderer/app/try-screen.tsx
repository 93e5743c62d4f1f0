import { RoutePreview } from '../features/routes/route-preview'
import { V2RoutePreview } from '../features/routes/v2/v2-route-preview'
import { TryMain } from '../features/try/try-main'
import { TrySidebar } from '../features/try/try-sidebar'
import { WebSocketList } from '../features/web-sockets/web-socket-list'
import { WebSocketMain } from '../features/web-sockets/web-socket-main'
import { useSelectedV2Api } from '../stores/selected-api'
import type { Screen } from '../ui/screen'

function Sidebar() {
  return <TrySidebar WebSockets={WebSocketList} />
}

function Main() {
  const isWebSocket = useSelectedV2Api()?.protocolType === 'WEBSOCKET'
  return isWebSocket ? <WebSocketMain RouteLadder={V2RoutePreview} /> : <TryMain RouteLadder={RoutePreview} />
}

/** Try: requests to the gateway, and clients of WebSocket APIs; composed here because no feature imports another. */
export const tryScreen: Screen = { Sidebar, Main }
