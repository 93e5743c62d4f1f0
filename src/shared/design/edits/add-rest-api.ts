import type { Design } from '../design'
import type { RestApi } from '../rest-api'
import { findApi } from '../route-key'

/** A further REST API, last in the list. Its id must be new. */
export function addRestApi(design: Design, api: RestApi): Design {
  return findApi(design, api.id) ? design : { ...design, apis: [...design.apis, api] }
}
