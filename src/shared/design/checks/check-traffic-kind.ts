import type { Diagnostic } from '../../diagnostic'
import type { Api } from '../api'
import { WEB_SOCKET_METRICS, type Scenario } from '../scenario'
import { problem, unless } from './problem'

/** Clients of WebSocket APIs connect; those of the others send requests. */
export function checkTrafficKind(scenario: Scenario, api: Api | undefined): Diagnostic[] {
  if (api === undefined) return sourcesMissing(scenario)
  return api.protocolType === 'WEBSOCKET' ? checkOfWebSocket(scenario, api) : checkOfRequests(scenario, api)
}

function checkOfWebSocket({ name, sources, connections = [] }: Scenario, api: Api): Diagnostic[] {
  return [
    ...unless(
      sources.length === 0,
      'scenario/kind-mismatch',
      ['sources'],
      () =>
        `Scenario ${name}: ${api.name} is a WebSocket API, which has connections instead of traffic sources. Remove sources.`,
    ),
    ...unless(
      connections.length > 0,
      'scenario/connections-empty',
      ['connections'],
      () => `Scenario ${name} has no connections. Add one.`,
    ),
  ]
}

function checkOfRequests(scenario: Scenario, api: Api): Diagnostic[] {
  const { name, connections, webSocket, checks = [] } = scenario
  const given = [...(connections ? ['connections'] : []), ...(webSocket ? ['webSocket'] : [])]
  return [
    ...sourcesMissing(scenario),
    ...given.map((member) =>
      problem(
        'scenario/kind-mismatch',
        [member],
        `Scenario ${name}: ${api.name} is no WebSocket API, so nobody stays connected to it. Remove ${member}.`,
      ),
    ),
    ...checks.flatMap(({ metric }, index) =>
      unless(
        !WEB_SOCKET_METRICS.has(metric),
        'scenario/check-invalid',
        ['checks', index, 'metric'],
        () => `Scenario ${name}, check of ${metric}: only runs of WebSocket APIs have it. Choose another.`,
      ),
    ),
  ]
}

function sourcesMissing({ name, sources }: Scenario): Diagnostic[] {
  return unless(
    sources.length > 0,
    'scenario/sources-empty',
    ['sources'],
    () => `Scenario ${name} has no traffic source. Add one.`,
  )
}
