import { ALL_METHODS, methodSettingKey, type MethodSetting } from '@shared/design/method-settings'
import type { RouteContext } from './route-context'

/** What the stage sets for this method alone. */
export function ownSetting(route: RouteContext): MethodSetting {
  return route.stage.methodSettings[methodSettingKey(route.path, route.verb)] ?? {}
}

/** What the stage sets for all of its methods. */
export function allSetting(route: RouteContext): MethodSetting {
  return route.stage.methodSettings[ALL_METHODS] ?? {}
}
