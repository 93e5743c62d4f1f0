import type { CallableApi } from '@shared/design/callable-api'
import type { Design } from '@shared/design/design'
import type { DraftRequest } from '../../stores/try-request'
import { requestOfRoute } from './request-of-route'
import type { TryRoute } from './try-route'

export interface RouteChoice {
  readonly design: Design
  readonly api: CallableApi
  readonly request: DraftRequest
  /** As it was made for a route before; null for one that a person made. */
  readonly made: DraftRequest | null
  readonly route: TryRoute
}

/** A request when a route is chosen for it: another address and verb; all the rest too where nobody has written any of it yet. */
export function requestForRoute({ design, api, request, made, route }: RouteChoice): DraftRequest {
  const wanted = requestOfRoute(design, api, request.stage, route)
  if (made !== null && isUntouched(request, made)) return wanted
  return { ...request, apiId: api.id, method: wanted.method, path: wanted.path }
}

/** But for its address. */
export function isUntouched(request: DraftRequest, made: DraftRequest): boolean {
  const rest = ({ method: _method, path: _path, stage: _stage, apiId: _apiId, ...others }: DraftRequest): string =>
    JSON.stringify(others)
  return rest(request) === rest(made)
}
