import type { Design } from '../design'
import type { Model } from '../model'
import { changeRestApi } from './change-rest-api'
import { setMember } from './update-in'

/** A model added or replaced. */
export function putModel(design: Design, apiId: string, modelName: string, model: Model): Design {
  return changeRestApi(design, apiId, (api) => setMember(api, 'models', setMember(api.models, modelName, model)))
}
