import type { Design } from '../../design'
import type { V2Stage } from '../../v2-api'
import { setMember } from '../update-in'
import { changeV2Api } from './change-v2-api'

/** A stage added, or replaced at its place. */
export function putV2Stage(design: Design, apiId: string, stageName: string, stage: V2Stage): Design {
  return changeV2Api(design, apiId, (api) => {
    const stages = setMember<Record<string, V2Stage>, string>(api.stages, stageName, stage)
    return setMember(api, 'stages', stages as typeof api.stages)
  })
}
