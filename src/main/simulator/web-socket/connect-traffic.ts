import type { Scenario, TrafficSource } from '@shared/design/scenario'
import type { ConnectionSource } from '@shared/design/web-socket-scenario'

/** The route that every handshake is a request to. */
export const CONNECT = '$connect'
export const DISCONNECT = '$disconnect'

/**
 * The handshakes of a scenario's connections as traffic sources, so that they are drawn like requests: when they come, with which key and
 * token. A scenario of another type of API stays as it is.
 */
export function withConnectTraffic(scenario: Scenario): Scenario {
  const { connections } = scenario
  return connections === undefined ? scenario : { ...scenario, sources: connections.map(handshakes) }
}

function handshakes(source: ConnectionSource): TrafficSource {
  const { name, shape, apiKeys, identities, missingTokens, expiredTokens, deniedIdentities, wrongApiKeys } = source
  return {
    name,
    shape,
    routes: { [CONNECT]: 1 },
    ...(apiKeys && { apiKeys }),
    ...(identities && { identities }),
    ...(missingTokens !== undefined && { missingTokens }),
    ...(expiredTokens !== undefined && { expiredTokens }),
    ...(deniedIdentities !== undefined && { deniedIdentities }),
    ...(wrongApiKeys !== undefined && { wrongApiKeys }),
  }
}
