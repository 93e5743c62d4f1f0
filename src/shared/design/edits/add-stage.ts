import type { Design } from '../design'
import type { Stage } from '../stage'
import { changeRestApi } from './change-rest-api'
import { memberOf, setMember } from './update-in'

/** A further stage, not deployed to yet unless `stage` says so. An existing stage stays as it is. */
export function addStage(
  design: Design,
  apiId: string,
  stageName: string,
  stage: Stage = { methodSettings: {} },
): Design {
  return changeRestApi(design, apiId, (api) =>
    memberOf(api.stages, stageName) ? api : setMember(api, 'stages', setMember(api.stages, stageName, stage)),
  )
}
