import type { Design } from '../design'
import { mapItems, setMember } from './update-in'

/** A new name for an API of any type; its id stays, so nothing has to follow. */
export function renameApi(design: Design, apiId: string, name: string): Design {
  const apis = mapItems(design.apis, (api) => (api.id === apiId ? setMember(api, 'name', name) : api))
  return setMember(design, 'apis', apis)
}
