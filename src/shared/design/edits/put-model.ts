import type { Design } from '../design'
import type { Model } from '../model'
import { changeModels } from './change-models'
import { setMember } from './update-in'

/** A model added or replaced. */
export function putModel(design: Design, apiId: string, modelName: string, model: Model): Design {
  return changeModels(design, apiId, (models) => setMember<Record<string, Model>, string>(models, modelName, model))
}
