import type { Design } from '../design'
import type { Method, Verb } from '../method'
import { mockMethod } from '../mock-method'
import { changeRestApi } from './change-rest-api'
import { methodAt, setMethod } from './change-methods'

/** A further method, on a new resource when its path is new. An existing route stays as it is. */
export function addRoute(
  design: Design,
  apiId: string,
  path: string,
  verb: Verb,
  method: Method = mockMethod(),
): Design {
  return changeRestApi(design, apiId, (api) => (methodAt(api, path, verb) ? api : setMethod(api, path, verb, method)))
}
