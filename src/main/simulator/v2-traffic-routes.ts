import type { HttpApi } from '@shared/design/http-api'
import type { Scenario } from '@shared/design/scenario'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { httpAuthorizerOf } from '../engine/compile/http-route-traits'
import { webSocketRoutesServed } from '../engine/compile/websocket-route-traits'
import { ABSENT } from '../engine/flight'
import type { CacheTables } from './cache-tables'
import type { CallerTraits, TrafficRoutes } from './traffic-tables'

/** `apiKeySelectionExpression` that takes the key from the authorizer's answer. Source: websocket-api.md 3.3. */
const KEY_OF_AUTHORIZER = '$context.authorizer.usageIdentifierKey'

/** What drawn requests need to know of the routes of an HTTP or WebSocket API: neither has a response cache or a canary. */
export function v2TrafficRoutes(api: HttpApi | WebSocketApi): TrafficRoutes {
  const callers = api.protocolType === 'HTTP' ? httpCallers(api) : webSocketCallers(api)
  return {
    callers,
    cache: noCacheTables(callers.length),
    canary: null,
    sendsKeys: api.protocolType === 'WEBSOCKET' && api.apiKeySelectionExpression !== KEY_OF_AUTHORIZER,
  }
}

/** There are no API keys. An authorizer function without identity sources is asked about everybody. Source: http-api.md 6. */
function httpCallers(api: HttpApi): CallerTraits[] {
  return Object.entries(api.routes).map(([routeKey, route]) => {
    const authorizer = httpAuthorizerOf(api, route)
    const isSigned = route.authorizationType === 'AWS_IAM'
    const looksAtToken = authorizer !== undefined && authorizer.settings.identitySource.length > 0
    return {
      routeKey,
      authorizer: authorizer?.isFunction ? authorizer.id : null,
      isAsked: isSigned || authorizer !== undefined,
      checksToken: isSigned || looksAtToken,
      isSigned,
      needsKey: false,
    }
  })
}

/** Who connects is asked once; every message carries the key that was found then. Source: websocket-api.md 3. */
function webSocketCallers(api: WebSocketApi): CallerTraits[] {
  const routes = webSocketRoutesServed(api)
  const needsKey = routes['$connect']?.apiKeyRequired === true
  return Object.entries(routes).map(([routeKey, { authorizationType, authorizerId = '' }]) => {
    const isConnect = routeKey === '$connect'
    const authorizer = Object.hasOwn(api.authorizers, authorizerId) ? api.authorizers[authorizerId] : undefined
    const isFunction = isConnect && authorizationType === 'CUSTOM' && authorizer !== undefined
    const isSigned = isConnect && authorizationType === 'AWS_IAM'
    return {
      routeKey,
      authorizer: isFunction ? authorizerId : null,
      isAsked: isSigned || isFunction,
      checksToken: isSigned || (isFunction && authorizer.identitySource.length > 0),
      isSigned,
      needsKey,
    }
  })
}

function noCacheTables(routes: number): CacheTables {
  return {
    cacheBase: new Int32Array(routes).fill(ABSENT),
    itemStride: new Int32Array(routes),
    callerMask: new Int32Array(routes),
    cacheSlots: 0,
    sharedBase: null,
    isAudited: new Uint8Array(routes),
  }
}

/** Of the scenario's callers, all sources together. */
export function identitiesOf({ sources }: Pick<Scenario, 'sources'>): number {
  return sources.reduce((sum, source) => sum + (source.identities?.count ?? 1), 0)
}
