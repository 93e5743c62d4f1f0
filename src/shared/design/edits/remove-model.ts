import type { Design } from '../design'
import { changeRestApi } from './change-rest-api'
import { moveModelReferences } from './move-model-references'
import { memberOf, removeMember, setMember } from './update-in'

/** A model goes, and methods that named it no longer do. A `$ref` to it inside another model stays, for the checks to report. */
export function removeModel(design: Design, apiId: string, modelName: string): Design {
  return changeRestApi(design, apiId, (api) => {
    if (!memberOf(api.models, modelName)) return api
    return moveModelReferences(setMember(api, 'models', removeMember(api.models, modelName)), modelName, null)
  })
}
