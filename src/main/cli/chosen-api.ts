import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import { UsageError } from './command'

/** The API with that id or name; without one the only API of the design. Throws `UsageError` that lists them. */
export function chosenApi({ apis }: Design, nameOrId: string | undefined): Api {
  if (apis.length === 0) throw new UsageError('The design has no API.')
  const list = apis.map(({ name, id }) => `"${name}" (${id})`).join(', ')
  if (nameOrId === undefined) {
    if (apis.length === 1) return apis[0]!
    throw new UsageError(`The design has several APIs: name one with --api. It has ${list}.`)
  }
  const byId = apis.find(({ id }) => id === nameOrId)
  const byName = apis.filter(({ name }) => name === nameOrId)
  if (byId === undefined && byName.length > 1)
    throw new UsageError(`Several APIs are named "${nameOrId}": give an id. The design has ${list}.`)
  const api = byId ?? byName[0]
  if (api === undefined) throw new UsageError(`No API is named "${nameOrId}": the design has ${list}.`)
  return api
}

/** The stage of that name; without one the first of the API, null for an API without stages. Throws `UsageError` that lists them. */
export function chosenStage(api: Api, name: string | undefined): string | null {
  const stages = Object.keys(api.stages)
  if (name === undefined) return stages[0] ?? null
  if (stages.includes(name)) return name
  const list = stages.length === 0 ? 'it has none' : `it has ${stages.join(', ')}`
  throw new UsageError(`${api.name} has no stage "${name}": ${list}.`)
}
