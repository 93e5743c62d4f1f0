import { finding } from '../finding'
import type { Finding, ReviewRule } from '../review-rule'
import type { Design } from '../../design/design'
import { findApi } from '../../design/route-key'
import { v2Apis } from '../scopes/v2-routes'

/** Seconds. Source: websocket-api.md 7. */
const IDLE_LIMIT = 600

export const idleWebsocketConnections: ReviewRule = {
  id: 'idle-websocket-connections',
  title: 'Connections that nobody uses are paid for by the minute',
  severity: 'warning',
  what: 'WebSocket APIs that learn who connects but not who leaves, and clients of scenarios that keep a connection open with pings and never send a message.',
  why: 'A million connection minutes cost $0.25, idle or not. Pings keep the limit of 10 minutes away for up to 2 hours, and without $disconnect the connection store only grows: every broadcast goes to clients that are gone.',
  source: 'Guides 000 and 001; websocket-api.md 3 and 7; observability-and-cost.md 5.',
  find: (design) => [...withoutDisconnect(design), ...keptOpen(design)],
}

function withoutDisconnect(design: Design): Finding[] {
  return v2Apis(design).flatMap(({ api, at }) => {
    if (api.protocolType !== 'WEBSOCKET' || !Object.hasOwn(api.routes, '$connect')) return []
    const isHeard = Object.hasOwn(api.routes, '$disconnect') && api.routes['$disconnect']!.target !== undefined
    if (api.routes['$connect']!.target === undefined || isHeard) return []
    const message = `${api.name}: $connect has a backend, but nothing is called when a client leaves. Add $disconnect and forget the connection there.`
    return [finding(idleWebsocketConnections, [...at, 'routes'], message)]
  })
}

function keptOpen(design: Design): Finding[] {
  return design.scenarios.flatMap(({ name, apiId, connections = [] }, index) => {
    if (findApi(design, apiId)?.protocolType !== 'WEBSOCKET') return []
    return connections.flatMap(({ name: source, pingsEverySeconds, messages, stay }, place) => {
      const sends = (messages?.ratePerSecond ?? 0) > 0
      if (pingsEverySeconds === undefined || pingsEverySeconds >= IDLE_LIMIT || sends || stay !== undefined) return []
      const message = `Scenario ${name}, ${source}: its clients ping every ${pingsEverySeconds} s, send nothing and never leave, which is paid for up to 2 hours a connection. Let clients close what they do not use.`
      const at = ['scenarios', index, 'connections', place, 'pingsEverySeconds']
      return [finding(idleWebsocketConnections, at, message, { severity: 'info' })]
    })
  })
}
