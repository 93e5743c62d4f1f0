import type { Design } from '../design'
import type { Api } from '../api'
import { findApi } from '../route-key'

/** A further API, last in the list. Its id must be new. */
export function addApi(design: Design, api: Api): Design {
  return findApi(design, api.id) ? design : { ...design, apis: [...design.apis, api] }
}
