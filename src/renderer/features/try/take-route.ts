import { useDesignStore } from '../../stores/design-store'
import { useTryStore } from '../../stores/try-store'
import { isUntouched, requestForRoute } from './request-for-route'
import type { TryRoute } from './try-route'
import type { OpenRequest } from './use-request'

/** Let an open request be one for a route of its API. Gives its path. */
export function takeRoute({ draft, api }: OpenRequest, route: TryRoute): string {
  const { design } = useDesignStore.getState()
  const { id, request, made } = draft
  if (design === null || api === null) return request.path
  const next = requestForRoute({ design, api, request, made, route })
  const { change, remake } = useTryStore.getState()
  if (made !== null && isUntouched(request, made)) remake(id, next)
  else change(id, next)
  return next.path
}
