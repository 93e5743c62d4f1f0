import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { headerValues } from '../engine/mapping/header-list'
import { apiPlaceOf } from './request/api-place'
import { arrivalOf } from './request/arrival'
import { checkHost } from './request/host-names'
import { splitUrl } from './request/split-url'
import type { RequestHandlerPorts } from './request-handler'
import { checkDomainClient } from './tls/check-domain-client'

/** A client that asks to go on with another protocol. `head` is what it has already sent in that protocol. */
export interface Upgrade {
  readonly request: IncomingMessage
  readonly socket: Socket
  readonly head: Buffer
}

/** Takes a client's connection over; false for one that shall be answered like any other request. */
export type UpgradeHandler = (upgrade: Upgrade) => boolean

/** Lets WebSocket APIs take the connections that are meant for them. */
export function createUpgradeHandler(ports: RequestHandlerPorts): UpgradeHandler {
  return (upgrade) => {
    const { request } = upgrade
    if (request.headers.upgrade?.toLowerCase() !== 'websocket') return false
    const served = ports.served()
    const url = request.url ?? ''
    if (!served.hasOtherTypes || !url.startsWith('/')) return false
    const arrival = arrivalOf(ports.clock, ports.tickets, request)
    const host = checkHost(headerValues(arrival.headers, 'Host'), ports.hostNames())
    const place = host.isAllowed ? apiPlaceOf(served.design, splitUrl(url, host.domain)) : null
    if (place?.protocolType !== 'WEBSOCKET') return false
    if (host.isAllowed && !checkDomainClient(served.design, host.domain, upgrade.socket).isAllowed) return false
    served.webSockets.upgrade(upgrade, arrival, place)
    return true
  }
}
