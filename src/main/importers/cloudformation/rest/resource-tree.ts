import type { Findings } from '../../findings'
import type { Members } from '../../members'
import { checkPathParts, ResourceTree } from '../../openapi/resource-paths'
import { physicalIdOf, rootResourceIdOf } from '../../template/physical-id'
import type { TemplateContext } from '../../template/template-context'
import { finishShape } from './misplaced-properties'
import { reportAssumed, propertiesOf } from './resource-properties'
import { partsOf, type RestApiParts } from './rest-api-parts'

interface Node {
  readonly members: Members
  readonly parentId: string | undefined
  readonly part: string
}

/** More levels than a URL of 10,240 bytes lets anybody call with a word on each. */
const MOST_LEVELS = 300

/** The paths of an API's resources by their ids. */
export interface ResourcePaths {
  /** undefined when there is no resource of that id; null when it is left out, which has been said. */
  readonly pathOf: (resourceId: string) => string | null | undefined
  /** In the order of the template. */
  readonly paths: readonly { readonly path: string; readonly pointer: string }[]
}

/** Follows `ParentId`s to the root. Circles and parents outside of the template are reported; such a resource stands below the root. */
export function readResourceTree(context: TemplateContext, group: RestApiParts): ResourcePaths {
  const nodes = readNodes(context, group)
  const isRootId = rootTest(group)
  const byId = new Map<string, Branch>()
  if (group.resource) byId.set(rootResourceIdOf(group.resource), ROOT)
  for (const id of nodes.keys()) resolvePath(id, nodes, byId, isRootId)
  const paths = [...nodes].flatMap(([id, { members }]) => {
    const path = byId.get(id)?.path ?? null
    return path === null ? [] : [{ path, pointer: members.pointer }]
  })
  checkPaths(context.findings, paths)
  const left = nodes.size - paths.length
  if (left > 0) {
    const message = `${left} resources are left out with their methods: they stand more than ${MOST_LEVELS} levels below the root. Shorten their paths.`
    context.findings.report('import/not-carried', 'error', group.resource?.pointer ?? '', message)
  }
  return {
    pathOf: (id) => {
      const branch = byId.get(id)
      return branch ? branch.path : isRootId(id) ? '/' : undefined
    },
    paths,
  }
}

/** `path` is null below the deepest level. */
interface Branch {
  readonly path: string | null
  readonly level: number
}
const ROOT: Branch = { path: '/', level: 0 }

function checkPaths(findings: Findings, paths: ResourcePaths['paths']): void {
  const tree = new ResourceTree(findings)
  const seen = new Set<string>()
  for (const { path, pointer } of paths) {
    checkPathParts(path, pointer, findings)
    if (seen.has(path)) reportTwice(findings, path, pointer)
    else tree.add(path, pointer)
    seen.add(path)
  }
}

/** Where the API is not in the template, what was written for its root can only be told by its words. */
function rootTest({ id, resource }: RestApiParts): (parentId: string) => boolean {
  return (parentId) => (resource ? parentId === id || parentId === resource.logicalId : /root/i.test(parentId))
}

function readNodes(context: TemplateContext, group: RestApiParts): Map<string, Node> {
  const nodes = new Map<string, Node>()
  for (const resource of partsOf(group, 'Resource')) {
    const members = propertiesOf(context, resource)
    members.skip('RestApiId')
    const parentId = members.text('ParentId')
    const part = readPathPart(members)
    if (part !== undefined) nodes.set(physicalIdOf(resource), { members, parentId, part })
    finishShape(members, 'Resource')
  }
  return nodes
}

function readPathPart(members: Members): string | undefined {
  const written = members.text('PathPart')
  if (written === undefined) {
    const message = `${members.label} has no "PathPart" and is left out with what hangs on it. Write its part of the path, as in orders.`
    members.findings.report('import/property-missing', 'error', members.pointer, message)
    return undefined
  }
  const part = written
    .split('/')
    .filter((piece) => piece !== '')
    .join('/')
  if (part !== written || part.includes('/')) {
    const message = `${members.nameOf('PathPart')} is "${written}"; AWS takes one part of a path, without slashes. It is read as "${part}".`
    members.findings.report('import/path-adjusted', 'error', members.pointerOf('PathPart'), message)
  }
  return part
}

/** Walks up until a known path, then names what was passed on the way down. */
function resolvePath(
  id: string,
  nodes: ReadonlyMap<string, Node>,
  byId: Map<string, Branch>,
  isRootId: (id: string) => boolean,
): void {
  const passed = new Set<string>()
  let at: string | undefined = id
  while (at !== undefined && !byId.has(at) && nodes.has(at) && !passed.has(at)) {
    passed.add(at)
    at = nodes.get(at)?.parentId
  }
  const chain = [...passed].reverse()
  const top = nodes.get(chain[0] ?? '')
  const known = at === undefined ? undefined : byId.get(at)
  if (top && !known) reportTop(top.members, at, { isCircle: at !== undefined && passed.has(at), isRootId })
  let { path, level } = known ?? ROOT
  for (const each of chain) {
    level += 1
    path = path === null || level > MOST_LEVELS ? null : `${path === '/' ? '' : path}/${nodes.get(each)?.part ?? ''}`
    byId.set(each, { path, level })
  }
}

function reportTop(
  members: Members,
  parentId: string | undefined,
  { isCircle, isRootId }: { readonly isCircle: boolean; readonly isRootId: (id: string) => boolean },
): void {
  if (isCircle) reportCircle(members)
  else if (parentId !== undefined && isRootId(parentId)) reportRoot(members, parentId)
  else reportOutside(members, parentId)
}

function reportCircle(members: Members): void {
  const message = `${members.label} is its own parent by way of "ParentId", which AWS refuses. It is read as standing below the root. Let one of the circle stand on !GetAtt Api.RootResourceId.`
  reportAssumed(members, 'ParentId', message, 'error')
}

function reportOutside(members: Members, parentId: string | undefined): void {
  const { findings, label } = members
  if (parentId === undefined) {
    const message = `${label} has no "ParentId", which AWS demands. It is read as standing below the root. Write ParentId: !GetAtt Api.RootResourceId.`
    reportAssumed(members, 'ParentId', message, 'error')
    return
  }
  const message = `${label} stands below the resource ${parentId}, which this template does not define. It is drawn below the root.`
  findings.report('import/outside-template', 'warning', members.pointerOf('ParentId'), message)
}

/** A common slip: the API's own id where that of its root resource belongs. What stands outside is taken by its word. */
function reportRoot(members: Members, parentId: string): void {
  if (/root/i.test(parentId)) return
  const message = `${members.nameOf('ParentId')} is the API itself. It is read as the root resource. Write !GetAtt and the API's logical id with .RootResourceId.`
  reportAssumed(members, 'ParentId', message, 'error')
}

function reportTwice(findings: Findings, path: string, pointer: string): void {
  const part = path.slice(path.lastIndexOf('/') + 1)
  const message = `Resource "${path}": Another resource with the same parent already has this name: ${part}. Both are drawn as one; remove one of the two.`
  findings.report('import/resource-conflict', 'error', pointer, message)
}
