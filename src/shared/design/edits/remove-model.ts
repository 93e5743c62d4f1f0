import type { Design } from '../design'
import { changeModels } from './change-models'
import { moveModelReferences } from './move-model-references'
import { removeMember } from './update-in'

/** A model goes, and methods and routes that named it no longer do. A `$ref` to it inside another model stays, for the checks to report. */
export function removeModel(design: Design, apiId: string, modelName: string): Design {
  const without = changeModels(design, apiId, (models) => removeMember(models, modelName))
  return without === design ? design : moveModelReferences(without, apiId, modelName, null)
}
