import { idFrom } from '@shared/design/id-from'
import type { ControlPlane } from './control-plane'

/**
 * Ids of the things that a design knows by name. They follow from the name, so that a script gives the same ids each time; a thing that
 * is renamed keeps its id, which is then remembered.
 */
export interface IdScope {
  /** "resources k3v9x0a2bq": the kind and where it is. */
  readonly scope: string
  readonly length: number
}

export function resourceScope(apiId: string): IdScope {
  return { scope: `resources ${apiId}`, length: 6 }
}

export function authorizerScope(apiId: string): IdScope {
  return { scope: `authorizers ${apiId}`, length: 6 }
}

export function validatorScope(apiId: string): IdScope {
  return { scope: `validators ${apiId}`, length: 6 }
}

export function modelScope(apiId: string): IdScope {
  return { scope: `models ${apiId}`, length: 6 }
}

export function routeScope(apiId: string): IdScope {
  return { scope: `routes ${apiId}`, length: 7 }
}

export function routeResponseScope(apiId: string, routeKey: string): IdScope {
  return { scope: `route responses ${apiId} ${routeKey}`, length: 7 }
}

export function integrationResponseScope(apiId: string, integrationId: string): IdScope {
  return { scope: `integration responses ${apiId} ${integrationId}`, length: 7 }
}

export function mappingScope(domainName: string): IdScope {
  return { scope: `mappings ${domainName}`, length: 6 }
}

/** The id of the thing with this name. */
export function idOf({ movedIds, namesOfIds }: ControlPlane, { scope, length }: IdScope, name: string): string {
  const moved = Object.hasOwn(movedIds, scope) ? movedIds[scope] : undefined
  const own = moved !== undefined && Object.hasOwn(moved, name) ? moved[name] : undefined
  if (own !== undefined) return own
  const id = idFrom(`${scope} ${name}`, length)
  namesOfIds.set(`${scope} ${id}`, name)
  return id
}

/** The name that an id was worked out from, if that is known and nothing else has the id now; it need not be there any more. */
export function likelyName(state: ControlPlane, scope: IdScope, id: string): string | undefined {
  const name = state.namesOfIds.get(`${scope.scope} ${id}`)
  return name !== undefined && idOf(state, scope, name) === id ? name : undefined
}

/** The name among these that has the id; undefined when none has. */
export function nameOf(state: ControlPlane, scope: IdScope, id: string, names: Iterable<string>): string | undefined {
  for (const name of names) if (idOf(state, scope, name) === id) return name
  return undefined
}

/** A thing under another name keeps its id. */
export function moveId(state: ControlPlane, scope: IdScope, from: string, to: string): ControlPlane {
  if (from === to) return state
  const id = idOf(state, scope, from)
  const { [from]: _left, ...others } = state.movedIds[scope.scope] ?? {}
  return { ...state, movedIds: { ...state.movedIds, [scope.scope]: { ...others, [to]: id } } }
}
