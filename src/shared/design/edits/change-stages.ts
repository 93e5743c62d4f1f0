import type { Design } from '../design'
import type { Stage } from '../stage'
import { mapItems, mapMembers, setMember } from './update-in'

/** Every stage of every REST API passed through `change`. */
export function changeStages(design: Design, change: (stage: Stage) => Stage): Design {
  const apis = mapItems(design.apis, (api) =>
    api.protocolType === 'REST' ? setMember(api, 'stages', mapMembers(api.stages, change)) : api,
  )
  return setMember(design, 'apis', apis)
}
