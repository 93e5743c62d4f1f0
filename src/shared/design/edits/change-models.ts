import type { Design } from '../design'
import type { Model } from '../model'
import { mapItems, setMember } from './update-in'

type Models = { readonly [modelName: string]: Model }

/** A change of the models of a REST or WebSocket API; HTTP APIs have none. */
export function changeModels(design: Design, apiId: string, change: (models: Models) => Models): Design {
  const apis = mapItems(design.apis, (api) => {
    if (api.id !== apiId || api.protocolType === 'HTTP') return api
    if (api.protocolType === 'REST') return setMember(api, 'models', change(api.models))
    const models = api.models ?? {}
    const changed = change(models)
    return changed === models ? api : setMember(api, 'models', changed)
  })
  return setMember(design, 'apis', apis)
}
