import { setRouteSettings } from '@shared/design/edits/v2/set-route-settings'
import { updateV2Integration } from '@shared/design/edits/v2/update-v2-integration'
import { updateV2Route } from '@shared/design/edits/v2/update-v2-route'
import type { Design } from '@shared/design/design'
import type { RouteSettings } from '@shared/design/http-api'
import { useDesignStore } from '../../../stores/design-store'
import type { EditOptions } from '../edit-route'
import type { V2RouteContext } from './v2-route-context'

/** Changes of the route on screen, each named after what it sets; see `EditOptions`. */
function edit(
  { api, routeKey, stageName }: V2RouteContext,
  what: string,
  change: (design: Design) => Design,
  { isTyped }: EditOptions,
): void {
  const name = `${what} of ${routeKey}`
  useDesignStore.getState().edit(name, change, isTyped ? `${name} ${api.id} ${stageName}` : undefined)
}

export function editV2Route<C extends V2RouteContext>(
  context: C,
  what: string,
  patch: Partial<C['route']>,
  options: EditOptions = {},
): void {
  const change = (design: Design): Design => updateV2Route<C['route']>(design, context.api.id, context.routeKey, patch)
  edit(context, what, change, options)
}

export function editV2Integration<C extends V2RouteContext>(
  context: C,
  what: string,
  patch: Partial<NonNullable<C['integration']>>,
  options: EditOptions = {},
): void {
  const { api, integrationId } = context
  if (integrationId === null) return
  const change = (design: Design): Design =>
    updateV2Integration<NonNullable<C['integration']>>(design, api.id, integrationId, patch)
  edit(context, what, change, options)
}

/** Settings of the route in the stage on screen, which act at once. */
export function editV2Settings(
  context: V2RouteContext,
  what: string,
  patch: RouteSettings,
  options: EditOptions = {},
): void {
  const { api, stageName, routeKey } = context
  edit(context, what, (design) => setRouteSettings(design, api.id, stageName, routeKey, patch), options)
}
