import { setMethodSetting } from '@shared/design/edits/set-method-setting'
import { updateIntegration } from '@shared/design/edits/update-integration'
import { updateMethod } from '@shared/design/edits/update-method'
import type { Integration } from '@shared/design/integration'
import { methodSettingKey, type MethodSetting } from '@shared/design/method-settings'
import type { Method } from '@shared/design/method'
import { useDesignStore } from '../../stores/design-store'
import type { RouteContext } from './route-context'

/**
 * Changes of the route on screen, each named after what it sets ("Rate limit"). What is typed letter by letter says so: such edits in a
 * row are undone as one.
 */
export interface EditOptions {
  readonly isTyped?: boolean
}

function optionsOf(route: RouteContext, what: string, { isTyped }: EditOptions): [string, string | undefined] {
  const name = `${what} of ${route.routeKey}`
  return [name, isTyped ? `${name} ${route.api.id} ${route.stageName}` : undefined]
}

export function editMethod(route: RouteContext, what: string, patch: Partial<Method>, options: EditOptions = {}): void {
  const [name, mergeKey] = optionsOf(route, what, options)
  const { edit } = useDesignStore.getState()
  edit(name, (design) => updateMethod(design, route.api.id, route.path, route.verb, patch), mergeKey)
}

export function editIntegration(
  route: RouteContext,
  what: string,
  patch: Partial<Integration>,
  options: EditOptions = {},
): void {
  const [name, mergeKey] = optionsOf(route, what, options)
  const { edit } = useDesignStore.getState()
  edit(name, (design) => updateIntegration(design, route.api.id, route.path, route.verb, patch), mergeKey)
}

/** A setting of the route in the stage on screen; acts at once, without a deployment. */
export function editSetting(route: RouteContext, what: string, patch: MethodSetting, options: EditOptions = {}): void {
  const [name, mergeKey] = optionsOf(route, what, options)
  const key = methodSettingKey(route.path, route.verb)
  const { edit } = useDesignStore.getState()
  edit(name, (design) => setMethodSetting(design, route.api.id, route.stageName, key, patch), mergeKey)
}
