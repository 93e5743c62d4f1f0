import type { Design } from '../design'
import type { Stage } from '../stage'
import { changeRestApi } from './change-rest-api'
import { memberOf, setMember } from './update-in'

/** A change of one stage of a REST API; the same design when there is no such stage. */
export function changeStage(design: Design, apiId: string, stageName: string, change: (stage: Stage) => Stage): Design {
  return changeRestApi(design, apiId, (api) => {
    const stage = memberOf(api.stages, stageName)
    return stage ? setMember(api, 'stages', setMember(api.stages, stageName, change(stage))) : api
  })
}
