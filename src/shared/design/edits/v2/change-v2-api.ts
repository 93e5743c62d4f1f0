import type { Design } from '../../design'
import type { V2Api } from '../../v2-api'
import { mapItems, setMember } from '../update-in'

/** A change that does the same to both types. */
export type V2Change = <A extends V2Api>(api: A) => A

/** A change of one HTTP or WebSocket API; the same design when there is none with this id or `change` returns what it was given. */
export function changeV2Api(design: Design, apiId: string, change: V2Change): Design {
  const apis = mapItems(design.apis, (api) => (api.id === apiId && api.protocolType !== 'REST' ? change(api) : api))
  return setMember(design, 'apis', apis)
}
