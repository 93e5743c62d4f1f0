import type { WebSocketFigures } from '@shared/contract/web-socket-figures'

/** What checks and sweeps read of a run of a WebSocket API; null each for a run without connections. */
export function webSocketMetrics(figures: WebSocketFigures | undefined) {
  const figure = (read: (of: WebSocketFigures) => number) => (): number | null =>
    figures === undefined ? null : read(figures)
  return {
    connects: figure(({ accepted }) => accepted),
    refusedConnects: figure(({ refused }) => refused),
    openConnections: figure(({ peak }) => peak),
    connectionMinutes: figure((of) => of.connectionMinutes),
    messagesIn: figure((of) => of.messagesIn),
    messagesOut: figure((of) => of.messagesOut),
    throttledMessages: figure((of) => of.throttledMessages),
    gonePosts: figure((of) => of.gonePosts),
    wastedPosts: figure((of) => of.wastedPosts),
    throttledPosts: figure((of) => of.throttledPosts),
    deliveryP50: figure(({ delivery }) => delivery.p50),
    deliveryP95: figure(({ delivery }) => delivery.p95),
    deliveryP99: figure(({ delivery }) => delivery.p99),
  }
}
