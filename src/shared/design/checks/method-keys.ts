import { memberOf } from '../edits/update-in'
import type { Method } from '../method'
import type { RestApi } from '../rest-api'

/** Whether "/orders/POST" is the key of a method that the API has. */
export function hasMethodSettingKey(api: RestApi, key: string): boolean {
  const slash = key.lastIndexOf('/')
  const resource = slash < 0 ? undefined : memberOf(api.resources, key.slice(0, slash) || '/')
  return resource !== undefined && memberOf<Method | undefined>(resource.methods, key.slice(slash + 1)) !== undefined
}
