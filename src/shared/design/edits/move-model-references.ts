import type { Design } from '../design'
import type { Method } from '../method'
import type { RestApi } from '../rest-api'
import type { WebSocketApi, WebSocketRoute } from '../websocket-api'
import { mapMethods } from './change-methods'
import { moveModelNames } from './move-model-names'
import { mapItems, mapMembers, patchMembers, setMember } from './update-in'

/** Request and response models of every method or route follow a model that is renamed, or lose it when `to` is null. */
export function moveModelReferences(design: Design, apiId: string, from: string, to: string | null): Design {
  const apis = mapItems(design.apis, (api) => {
    if (api.id !== apiId || api.protocolType === 'HTTP') return api
    return api.protocolType === 'REST' ? ofMethods(api, from, to) : ofRoutes(api, from, to)
  })
  return setMember(design, 'apis', apis)
}

function ofMethods(api: RestApi, from: string, to: string | null): RestApi {
  return mapMethods(api, (method: Method) => {
    const withRequest = method.requestModels
      ? patchMembers(method, { requestModels: moveModelNames(method.requestModels, from, to) })
      : method
    const responses = mapItems(method.methodResponses, (response) =>
      response.responseModels
        ? patchMembers(response, { responseModels: moveModelNames(response.responseModels, from, to) })
        : response,
    )
    return setMember(withRequest, 'methodResponses', responses)
  })
}

function ofRoutes(api: WebSocketApi, from: string, to: string | null): WebSocketApi {
  const routes = mapMembers(api.routes, (route: WebSocketRoute) =>
    route.requestModels ? patchMembers(route, { requestModels: moveModelNames(route.requestModels, from, to) }) : route,
  )
  return setMember(api, 'routes', routes)
}
