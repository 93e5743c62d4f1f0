import type { Design } from '../design'
import type { Verb } from '../method'
import { routeKeyOf } from '../route-key'
import { deleteMethod } from './change-methods'
import { changeRestApi } from './change-rest-api'
import { moveRouteReferences } from './move-route-references'

/**
 * A method goes, with its resource when that becomes empty, its settings in every stage, its plan throttles and its traffic. Saved
 * templates of its slots stay, without a slot.
 */
export function removeRoute(design: Design, apiId: string, path: string, verb: Verb): Design {
  const changed = changeRestApi(design, apiId, (api) => deleteMethod(api, path, verb))
  return changed === design ? design : moveRouteReferences(changed, apiId, routeKeyOf(verb, path), null)
}
