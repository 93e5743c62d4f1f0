import { useEffect, type ComponentType } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import { useGatewayStore } from '../../stores/gateway-store'
import { useTryStore } from '../../stores/try-store'
import { refreshConnections, useWebSocketStore } from '../../stores/web-socket-store'
import { useWebSocketView } from '../../stores/web-socket-view'
import { ComposerPane } from './composer-pane'
import { ConnectionsPane } from './connections-pane'
import { FramesPane } from './frames-pane'
import { messageRoutes, sampleMessage } from './sample-message'
import { PushPane } from './push-pane'
import { RoomsPane } from './rooms-pane'
import { SocketBar } from './socket-bar'
import { SocketNotice } from './socket-notice'
import { useOnScreen, type OnScreen } from './use-web-socket'
import './web-sockets.css'

export interface WebSocketMainProps {
  /** Draws the pipeline of a route as it is designed; the app has it from Design. */
  readonly RouteLadder: ComponentType<{ readonly routeKey: string }>
}

/** Clients of a WebSocket API: who is connected, what they send and get, and what backends push to them. */
export function WebSocketMain({ RouteLadder }: WebSocketMainProps) {
  const screen = useOnScreen()
  return screen === null ? null : <View key={screen.api.id} screen={screen} RouteLadder={RouteLadder} />
}

function View({ screen, RouteLadder }: WebSocketMainProps & { readonly screen: OnScreen }) {
  useFreshFigures()
  useFirstMessage(screen)
  return (
    <div className="gw-ws" data-testid="web-sockets">
      <SocketBar screen={screen} />
      <SocketNotice screen={screen} />
      <Group orientation="horizontal" className="gw-group">
        <Panel id="ws-clients-panel" minSize={240} defaultSize="50">
          <Group orientation="vertical" className="gw-group">
            <Panel id="ws-connections-panel" minSize={88} defaultSize="40">
              <ConnectionsPane screen={screen} />
            </Panel>
            <Separator className="gw-separator" data-lies aria-label="Height of the connections" />
            <Panel id="ws-rooms-panel" minSize={72} defaultSize="32">
              <RoomsPane screen={screen} />
            </Panel>
            <Separator className="gw-separator" data-lies aria-label="Height of the rooms" />
            <Panel id="ws-push-panel" minSize={72}>
              <PushPane screen={screen} />
            </Panel>
          </Group>
        </Panel>
        <Separator className="gw-separator" aria-label="Width of the connections" />
        <Panel id="ws-traffic-panel" minSize={240}>
          <Group orientation="vertical" className="gw-group">
            <Panel id="ws-frames-panel" minSize={96} defaultSize="66">
              <FramesPane screen={screen} RouteLadder={RouteLadder} />
            </Panel>
            <Separator className="gw-separator" data-lies aria-label="Height of the frames" />
            <Panel id="ws-composer-panel" minSize={176}>
              <ComposerPane screen={screen} />
            </Panel>
          </Group>
        </Panel>
      </Group>
    </div>
  )
}

/** Events tell of frames only up to a point: the gateway's own figures are asked for now and then. */
const FIGURES_EVERY = 2000
/** The whole list comes each time: a long one comes seldom. */
const LONG_LIST = 2000

function useFreshFigures(): void {
  const isRunning = useGatewayStore(({ gateway }) => gateway.state === 'running')
  useEffect(() => {
    if (!isRunning) return undefined
    let timer: ReturnType<typeof setTimeout>
    const ask = (): void => {
      void refreshConnections()
      const isLong = useWebSocketStore.getState().rows.length > LONG_LIST
      timer = setTimeout(ask, isLong ? FIGURES_EVERY * 8 : FIGURES_EVERY)
    }
    ask()
    return () => clearTimeout(timer)
  }, [isRunning])
}

/** The composer begins with a message that goes somewhere, or to the route that Try was asked for. */
function useFirstMessage({ api }: OnScreen): void {
  const wantedRoute = useTryStore((state) => state.wantedRoute)
  useEffect(() => {
    const { messages, write } = useWebSocketView.getState()
    const routes = messageRoutes(api)
    const wanted = wantedRoute !== null && Object.hasOwn(api.routes, wantedRoute) ? wantedRoute : null
    if (wanted !== null) {
      useTryStore.setState({ wantedRoute: null })
      if (routes.includes(wanted)) write(api.id, sampleMessage(api, wanted))
      else useWebSocketView.setState({ framesTab: 'pipeline', pipelineRoute: wanted })
    } else if (messages[api.id] === undefined) {
      const first = routes.find((key) => key !== '$default') ?? routes[0]
      write(api.id, first === undefined ? '' : sampleMessage(api, first))
    }
  }, [api, wantedRoute])
}
