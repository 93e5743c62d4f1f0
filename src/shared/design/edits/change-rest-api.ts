import type { Design } from '../design'
import type { RestApi } from '../rest-api'
import { mapItems, setMember } from './update-in'

/** A change of one REST API; the same design when there is no such REST API or `change` returns what it was given. */
export function changeRestApi(design: Design, apiId: string, change: (api: RestApi) => RestApi): Design {
  const apis = mapItems(design.apis, (api) => (api.id === apiId && api.protocolType === 'REST' ? change(api) : api))
  return setMember(design, 'apis', apis)
}
