import type { Method } from '../method'
import type { RestApi } from '../rest-api'
import { mapMethods } from './change-methods'
import { mapItems, mapMembers, patchMembers, setMember } from './update-in'

/** Request and response models of every method follow a model that is renamed, or lose it when `to` is null. */
export function moveModelReferences(api: RestApi, from: string, to: string | null): RestApi {
  const moveNames = (models: Readonly<Record<string, string>> | undefined) => {
    if (!models) return undefined
    const moved = mapMembers(models, (name: string) => (name === from ? (to ?? undefined) : name))
    return Object.keys(moved).length === 0 && moved !== models ? undefined : moved
  }
  return mapMethods(api, (method: Method) => {
    const withRequest = method.requestModels
      ? patchMembers(method, { requestModels: moveNames(method.requestModels) })
      : method
    const responses = mapItems(method.methodResponses, (response) =>
      response.responseModels
        ? patchMembers(response, { responseModels: moveNames(response.responseModels) })
        : response,
    )
    return setMember(withRequest, 'methodResponses', responses)
  })
}
