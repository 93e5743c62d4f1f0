import type { SecureAddress, ServedApi } from '@shared/contract/gateway'
import type { Design } from '@shared/design/design'
import { findApi } from '@shared/design/route-key'
import type { StageRef } from '../engine/runtime'
import { servedDomains, type ReachedAt } from './served-domains'
import { shellWord } from './shell-word'

/** Stage of HTTP APIs whose paths do not name it. */
const DEFAULT_STAGE = '$default'

/** Where a stage answers. */
export function servedApi(design: Design, { apiId, stage }: StageRef, at: ReachedAt): ServedApi {
  const { name, protocolType } = findApi(design, apiId)!
  const path = `/${apiId}${stage === DEFAULT_STAGE ? '' : `/${stage}`}`
  const address = `${bracketed(at.host)}:${at.port}${path}`
  const domains = servedDomains(design, { apiId, stage }, at)
  const secure = secureAddress(protocolType, path, at)
  return {
    name,
    protocolType,
    stage,
    url: `${protocolType === 'WEBSOCKET' ? 'ws' : 'http'}://${address}`,
    ...(protocolType === 'WEBSOCKET' && { managementUrl: `http://${address}` }),
    ...(secure && { secure }),
    ...(domains.length > 0 && { domains }),
  }
}

/** The command calls a WebSocket API's address like any other: curl upgrades when it is told `wss`. */
function secureAddress(
  protocolType: ServedApi['protocolType'],
  path: string,
  { host, tls }: ReachedAt,
): SecureAddress | undefined {
  if (tls === undefined) return undefined
  const url = `${protocolType === 'WEBSOCKET' ? 'wss' : 'https'}://${bracketed(host)}:${tls.port}${path}`
  const called = protocolType === 'WEBSOCKET' ? url : `${url}/`
  return { url, curl: `curl --cacert ${shellWord(tls.caFile)} ${shellWord(called)}` }
}

/** As addresses stand in URLs. */
function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}
