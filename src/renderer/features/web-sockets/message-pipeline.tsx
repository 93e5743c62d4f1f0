import { useMemo, type ComponentType } from 'react'
import type { FrameEvent } from '@shared/contract/websocket'
import type { StreamEntry } from '../../stores/web-socket-feed'
import { useWebSocketView } from '../../stores/web-socket-view'
import { EmptyState } from '../../ui/empty-state'
import { formatMs } from '../../ui/format'
import type { OnScreen } from './use-web-socket'

export interface MessagePipelineProps {
  readonly screen: OnScreen
  readonly entries: readonly StreamEntry[]
  readonly RouteLadder: ComponentType<{ readonly routeKey: string }>
}

/** The pipeline of the route that the last message took, and what became of the message there. */
export function MessagePipeline({ screen: { api }, entries, RouteLadder }: MessagePipelineProps) {
  const wanted = useWebSocketView((state) => state.pipelineRoute)
  const last = useMemo(() => lastMessage(entries), [entries])
  const routeKey = wanted ?? (last === null ? '$connect' : last.routeKey)
  if (routeKey === null)
    return (
      <EmptyState title="No route took the last message">
        Its selection is the key of no route, and there is no $default route: the client got a Forbidden frame.
      </EmptyState>
    )
  if (!Object.hasOwn(api.routes, routeKey))
    return (
      <EmptyState title={`The API has no ${routeKey} route`}>
        {routeKey === '$connect' ? 'Every handshake is accepted.' : 'It was removed since.'}
      </EmptyState>
    )
  return (
    <div className="gw-ws-scroll" data-testid="ws-pipeline" data-route={routeKey}>
      <p className="gw-ws-hint">
        {wanted === null && last !== null ? <Outcome frame={last} /> : <>The route {routeKey} as it is designed.</>}
      </p>
      <RouteLadder routeKey={routeKey} />
    </div>
  )
}

function lastMessage(entries: readonly StreamEntry[]): FrameEvent | null {
  const found = entries.findLast((entry) => entry.kind === 'frame' && entry.frame.direction === 'in')
  return found?.kind === 'frame' ? found.frame : null
}

function Outcome({ frame: { durationMs, integrationMs, problem, routeKey, status } }: { readonly frame: FrameEvent }) {
  const times = [
    durationMs === null ? '' : `in ${formatMs(durationMs)}`,
    integrationMs === null ? '' : `of which the integration took ${formatMs(integrationMs)}`,
  ]
  return (
    <>
      The last message took the route <b>{routeKey}</b> and came to <b>{status ?? 'nothing'}</b>{' '}
      {times.filter((time) => time !== '').join(', ')}. {problem !== null && <>It met a problem: {problem}. </>}
      Below is the route as it is designed.
    </>
  )
}
