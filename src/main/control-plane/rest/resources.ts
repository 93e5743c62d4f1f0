import { setMember } from '@shared/design/edits/update-in'
import type { RestApi } from '@shared/design/rest-api'
import { withApi, type ControlPlane } from '../control-plane'
import { moveId, nameOf, resourceScope } from '../ids'
import type { OperationHandlers } from '../operation-handler'
import { patchSegments, type PatchEntry } from '../patch/patch-operation'
import { invalidPath } from '../patch/patch-structure'
import { badRequest, conflict } from '../service-error'
import { findResource, findRestApi } from './find-rest'
import { childPath, isBelow, lastPart, parentPath, resourcePaths } from './resource-paths'
import { resourceRecord } from './resource-record'

/** The tree of resources. Source: rest-api.md 1.1, recorded. */
export const RESOURCE_HANDLERS: OperationHandlers = {
  CreateResource({ state, input }) {
    const api = findRestApi(state, input)
    const parent = findResource(state, api, input, 'parent_id')
    const part = input.needed('pathPart')
    refuseChild(api, parent, part)
    const path = childPath(parent, part)
    const changed = { ...api, resources: setMember(api.resources, path, { methods: {} }) }
    const after = withApi(state, changed)
    return { state: after, output: resourceRecord(after, changed, path) }
  },
  GetResource({ state, input }) {
    const api = findRestApi(state, input)
    return { state, output: resourceRecord(state, api, findResource(state, api, input), input.texts('embed')) }
  },
  GetResources({ state, input }) {
    const api = findRestApi(state, input)
    const embed = input.texts('embed')
    return { state, output: { item: resourcePaths(api).map((path) => resourceRecord(state, api, path, embed)) } }
  },
  UpdateResource({ state, input }) {
    const api = findRestApi(state, input)
    const path = findResource(state, api, input)
    const moved = movedPath(state, api, path, input.list<PatchEntry>('patchOperations') ?? [])
    const after = movedResource(state, api, path, moved)
    return { state: after, output: resourceRecord(after, findRestApi(after, input), moved) }
  },
  DeleteResource({ state, input }) {
    const api = findRestApi(state, input)
    const path = findResource(state, api, input)
    if (path === '/') throw badRequest('Cannot remove root resource.')
    const kept = Object.entries(api.resources).filter(([each]) => each !== path && !isBelow(each, path))
    const parent = parentPath(path) ?? '/'
    const resources = Object.fromEntries(kept)
    // A parent that was there only because of this resource stays.
    const withParent = Object.hasOwn(resources, parent) ? resources : { ...resources, [parent]: { methods: {} } }
    return { state: withApi(state, { ...api, resources: withParent }) }
  },
}

/** What may not be a child of what. `moved`: a resource that is to become it, which does not stand in its own way. */
function refuseChild(api: RestApi, parent: string, part: string, moved?: string): void {
  if (lastPart(parent).endsWith('+}')) {
    throw badRequest(`Cannot create a child of a resource with a greedy path variable: ${lastPart(parent)}`)
  }
  const siblings = resourcePaths(api)
    .filter((path) => path !== '/' && path !== moved && parentPath(path) === parent)
    .map(lastPart)
  if (siblings.includes(part)) throw conflict(`Another resource with the same parent already has this name: ${part}`)
  if (!/^(?:[a-zA-Z0-9._:,-]+|\{[a-zA-Z0-9._:-]+\+?\})$/.test(part)) {
    throw badRequest(
      "Resource's path part only allow a-zA-Z0-9._-: or a valid greedy path variable and curly braces at the beginning and the end.",
      part.includes('/') ? 'A path part is one segment: make one resource for each.' : undefined,
    )
  }
  const variable = siblings.find((sibling) => sibling.startsWith('{'))
  if (part.startsWith('{') && variable !== undefined) {
    throw badRequest(`A sibling (${variable}) of this resource already has a variable path part -- only one is allowed`)
  }
}

/** Where the patches "/pathPart" and "/parentId" lead. */
function movedPath(state: ControlPlane, api: RestApi, path: string, operations: readonly PatchEntry[]): string {
  let parent = parentPath(path)
  let part = lastPart(path)
  for (const { path: patch = '', value = '' } of operations) {
    const [member] = patchSegments(patch)
    if (parent === undefined || (member !== 'pathPart' && member !== 'parentId')) {
      throw invalidPath(patch, ['/pathPart', '/parentId'])
    }
    if (member === 'pathPart') part = value
    else parent = nameOf(state, resourceScope(api.id), value, resourcePaths(api))
    if (parent === undefined) throw badRequest('Invalid Resource identifier specified')
    if (parent === path || isBelow(parent, path)) throw badRequest('Resources cannot be cyclical.')
  }
  if (parent === undefined) return path
  refuseChild(api, parent, part, path)
  return childPath(parent, part)
}

/** A resource and all below it under another path; they keep their ids. */
function movedResource(state: ControlPlane, api: RestApi, from: string, to: string): ControlPlane {
  if (from === to) return state
  const renamed = (path: string) => (path === from || isBelow(path, from) ? to + path.slice(from.length) : path)
  const resources = Object.fromEntries(Object.entries(api.resources).map(([path, each]) => [renamed(path), each]))
  const listed = Object.hasOwn(resources, to) ? resources : { ...resources, [to]: { methods: {} } }
  const moved = resourcePaths(api)
    .filter((path) => renamed(path) !== path)
    .reduce((current, path) => moveId(current, resourceScope(api.id), path, renamed(path)), state)
  return withApi(moved, { ...api, resources: listed })
}
