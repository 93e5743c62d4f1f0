import type { Design } from '@shared/design/design'
import { findApi } from '@shared/design/route-key'
import type { StageRef } from '../../engine/runtime'
import type { LocalApis } from '../functions/local-apis'
import { webSocketDomain } from '../request/api-place'
import { servedApi } from '../served-api'

/** What functions find on this computer of the WebSocket APIs that are served; null when none is. */
export function localApisOf(
  design: Design,
  stages: readonly StageRef[],
  address: string,
  port: number,
): LocalApis | null {
  const served = stages.filter(({ apiId }) => findApi(design, apiId)?.protocolType === 'WEBSOCKET')
  const [first] = served
  if (first === undefined) return null
  const ids = new Set(served.map(({ apiId }) => apiId))
  const custom = design.domainNames.filter(({ basePathMappings }) =>
    basePathMappings.some(({ apiId }) => ids.has(apiId)),
  )
  const hosts = [...[...ids].map((id) => webSocketDomain(design, id)!), ...custom.map(({ domainName }) => domainName)]
  return {
    hosts: hosts.map((host) => host.toLowerCase()),
    address,
    port,
    endpoint: servedApi(design, first, { host: address, port }).managementUrl!,
  }
}
