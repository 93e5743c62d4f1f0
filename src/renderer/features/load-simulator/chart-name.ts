import type { ProtocolType } from '@shared/design/api'

/** The charts of the screen; `chart-` and the name is their test id. */
const CHART_NAMES = ['requests', 'buckets', 'latency', 'cache', 'status', 'authorizer'] as const
/** Nothing is cached there, so that chart has nothing to show. */
const HTTP_CHART_NAMES = CHART_NAMES.filter((name) => name !== 'cache')
const WEB_SOCKET_CHART_NAMES = [
  'connections',
  'messages',
  'losses',
  'handshakes',
  'requests',
  'buckets',
  'latency',
] as const
export type ChartName = (typeof CHART_NAMES)[number] | (typeof WEB_SOCKET_CHART_NAMES)[number]

/** Those that a run of an API of this type has something to show in. */
export function chartNamesOf(protocolType: ProtocolType): readonly ChartName[] {
  return { REST: CHART_NAMES, HTTP: HTTP_CHART_NAMES, WEBSOCKET: WEB_SOCKET_CHART_NAMES }[protocolType]
}
