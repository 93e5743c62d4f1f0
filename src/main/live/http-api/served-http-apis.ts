import type { IncomingMessage } from 'node:http'
import { LIMITS } from '@shared/limits'
import { routeArn } from '../../engine/http-api/authorizer-event'
import { decodePath } from '../../engine/http-api/decode-path'
import type { HttpRouteMatch } from '../../engine/http-api/http-router'
import type { Reply } from '../reply'
import type { ApiPlace } from '../request/api-place'
import type { Arrival } from '../request/arrival'
import { readBody } from '../request/read-body'
import type { ServedCore } from '../served-core'
import type { KeptResultRow } from '../stores/list-caches'
import { newHttpCall } from './http-call'
import { httpLiveApis } from './http-live-apis'
import { nameOfHttpRoute, type HttpLiveApi, type HttpLiveRoute } from './http-live-route'
import { httpError } from './http-reply'
import { httpRequestFacts } from './http-request-facts-of'
import { visitOf, type HttpVisit } from './http-visit'
import { receivedEvent } from './received-event'
import { ServedHttpRoutes } from './served-http-routes'

const NO_BODY = Buffer.alloc(0)

/** The HTTP APIs of a served design. Requests in progress end where they began. */
export class ServedHttpApis {
  private readonly core: ServedCore
  private readonly apis: ReadonlyMap<string, HttpLiveApi>
  private readonly routes: ServedHttpRoutes

  constructor(core: ServedCore) {
    this.core = core
    this.apis = httpLiveApis(core.design, core.runtime)
    this.routes = new ServedHttpRoutes(core)
  }

  /** Find the route that answers a request, and let it. Null when the client has gone. Source: http-api.md 2. */
  async answer(request: IncomingMessage, arrival: Arrival, place: ApiPlace): Promise<Reply | null> {
    const visit = visitOf(this.apis.get(place.apiId), arrival, place)
    if ('answer' in visit) return visit
    const preflight = visit.preflight()
    if (preflight !== null) return preflight
    const match = visit.routed.router.match(arrival.verb, decodePath(visit.path))
    return match === null ? visit.reply(httpError(404)) : this.answerAtRoute(request, visit, match)
  }

  /** What Lambda authorizers returned. */
  keptResults(): KeptResultRow[] {
    return this.routes.keptResults()
  }

  private async answerAtRoute(
    request: IncomingMessage,
    visit: HttpVisit,
    { value: route, pathParameters }: HttpRouteMatch<HttpLiveRoute>,
  ): Promise<Reply | null> {
    const { arrival, place, path } = visit
    const { routeKey } = route.compiled
    if (route.unsupported !== null) {
      this.core.ports.log(`${nameOfHttpRoute(route)} answers 500: ${route.unsupported}.`)
      return visit.reply(httpError(500), { routeKey })
    }
    const { remoteAddress } = request.socket
    const facts = httpRequestFacts({ arrival, place, route, routePath: path, pathParameters, remoteAddress })
    if (route.authorization.kind !== 'none' && isTooLong(routeArn(facts)))
      return visit.reply(httpError(414), { routeKey })
    const reading = await readBody(request)
    if (reading.kind === 'broken-off') return null
    const body = reading.kind === 'read' ? reading.body : NO_BODY
    const sent = { url: arrival.url, headers: arrival.headers, body }
    const call = newHttpCall({ ...facts, body }, route, sent, arrival.ids.requestId, reading.kind !== 'read')
    const { answer, trace, integrationMs } = await this.routes.serve(call)
    const { keepsRecords } = this.core.ports
    const event = keepsRecords && { templateEvent: receivedEvent(call) }
    return visit.reply(answer, { routeKey, trace, integrationMs, ...event })
  }
}

/** Source: http-api.md 8.7. */
function isTooLong(arn: string): boolean {
  return Buffer.byteLength(arn) > LIMITS.methodArnWithAuthorization.value
}
