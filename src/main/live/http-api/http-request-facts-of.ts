import type { HttpRequestFacts } from '../../engine/http-api/http-request-facts'
import { parseQueryPairs } from '../../engine/http-api/http-query'
import type { HeaderList } from '../../engine/mapping/header-list'
import type { ApiPlace } from '../request/api-place'
import type { Arrival } from '../request/arrival'
import { callerOf } from '../request/caller-of'
import { requestTime } from '../request/execute-api'
import type { HttpLiveRoute } from './http-live-route'

/** Where a request to an HTTP API was led. */
export interface RoutedHttpRequest {
  readonly arrival: Arrival
  readonly place: ApiPlace
  readonly route: HttpLiveRoute
  /** As it was sent, without the stage. */
  readonly routePath: string
  readonly pathParameters: Readonly<Record<string, string>>
  readonly remoteAddress: string | undefined
}

const NO_BODY = new Uint8Array()

/** "LV7fzho-PHcEJPw=": the ids of HTTP APIs have letters that stand in URLs. Source: http-api.md 1. */
export function httpRequestId({ ids }: Arrival): string {
  return ids.extendedRequestId.replaceAll('+', '-').replaceAll('/', '_')
}

/** A caller of the deployed API would have named its host, not the loopback socket's. */
function calledHeaders(headers: HeaderList, domainName: string): HeaderList {
  return headers.map(([name, value]) => [name, name.toLowerCase() === 'host' ? domainName : value] as const)
}

/** Without its body. */
export function httpRequestFacts(request: RoutedHttpRequest): HttpRequestFacts {
  const { arrival, place, route, routePath, pathParameters, remoteAddress } = request
  const { design, view, variables } = route.stage
  return {
    accountId: design.accountId,
    region: design.region,
    apiId: view.apiId,
    stage: view.stage,
    routeKey: route.compiled.routeKey,
    requestId: httpRequestId(arrival),
    traceId: arrival.ids.traceId,
    receivedAt: arrival.receivedAt,
    requestTime: requestTime(arrival.receivedAt),
    method: arrival.verb,
    requestPath: place.requestPath,
    routePath,
    rawQuery: place.rawQuery,
    query: parseQueryPairs(place.rawQuery),
    headers: calledHeaders(arrival.headers, place.domainName),
    body: NO_BODY,
    pathParameters,
    stageVariables: variables,
    domainName: place.domainName,
    basePath: place.basePath,
    ...(arrival.clientCertificate && { clientCertificate: arrival.clientCertificate }),
    sourceIp: callerOf(remoteAddress, arrival.ticket?.caller).sourceIp,
  }
}
