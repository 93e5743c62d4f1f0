import type { Design } from '@shared/design/design'
import { isHttpView, isRestView, isWebSocketView, type ApiStageView } from './api-stage-view'
import { httpRouteTraits } from './http-route-traits'
import { restRouteTraits } from './rest-route-traits'
import type { RouteTraits } from './route-traits'
import { webSocketRouteTraits } from './websocket-route-traits'

/** The routes of a stage, in the order they are written. */
export function stageRouteTraits(design: Design, view: ApiStageView): RouteTraits[] {
  if (isRestView(view)) return restRouteTraits(design, view)
  if (isHttpView(view)) return httpRouteTraits(design, view)
  return isWebSocketView(view) ? webSocketRouteTraits(design, view) : []
}
