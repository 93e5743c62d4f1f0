import type { ServedApi } from '@shared/contract/gateway'
import type { Design } from '@shared/design/design'
import { findApi } from '@shared/design/route-key'
import type { StageRef } from '../engine/runtime'
import { servedDomains } from './served-domains'

/** Stage of HTTP APIs whose paths do not name it. */
const DEFAULT_STAGE = '$default'

/** Where a stage answers; `host` and `port` are where the gateway is reached. */
export function servedApi(design: Design, { apiId, stage }: StageRef, host: string, port: number): ServedApi {
  const { name, protocolType } = findApi(design, apiId)!
  const address = `${bracketed(host)}:${port}/${apiId}${stage === DEFAULT_STAGE ? '' : `/${stage}`}`
  const domains = servedDomains(design, { apiId, stage }, host, port)
  return {
    name,
    protocolType,
    stage,
    url: `${protocolType === 'WEBSOCKET' ? 'ws' : 'http'}://${address}`,
    ...(protocolType === 'WEBSOCKET' && { managementUrl: `http://${address}` }),
    ...(domains.length > 0 && { domains }),
  }
}

/** As addresses stand in URLs. */
function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
