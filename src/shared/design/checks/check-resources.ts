import type { Diagnostic } from '../../diagnostic'
import { VERBS } from '../method'
import { problem, unless, type Path } from './problem'
import { isGreedy, resourceNodes, segmentsOf, variableOf, type ResourceNode } from './resource-nodes'
import type { ApiScope } from './scope'

/** Letters, digits, `_ - . , :`, or one variable that fills the segment. Source: rest-api.md 1.1. */
const PATH_PART = /^(?:[\w.,:-]+|\{[\w.,:-]+\+?\})$/

/** The rules of the resource tree, in AWS's words where AWS has some. Source: rest-api.md 1.1. */
export function checkResources({ api, at }: ApiScope): Diagnostic[] {
  const paths = Object.keys(api.resources)
  const resourcesAt = [...at, 'resources']
  return [
    ...paths.flatMap((path) => checkPath(path, [...resourcesAt, path])),
    ...checkDuplicates(paths, resourcesAt),
    ...resourceNodes(paths).flatMap((node) => checkNode(node, resourcesAt)),
    ...Object.entries(api.resources).flatMap(([path, resource]) =>
      Object.keys(resource.methods).flatMap((verb) => checkVerb(path, verb, [...resourcesAt, path, 'methods', verb])),
    ),
  ]
}

function checkPath(path: string, at: Path): Diagnostic[] {
  const isWritten = path === '/' || (path.startsWith('/') && !path.endsWith('/') && !path.includes('//'))
  if (!isWritten) {
    const message = `Resource "${path}": a path begins with one slash, ends without one and has none doubled. Rename it.`
    return [problem('design/resource-path-invalid', at, message)]
  }
  const parts = segmentsOf(path)
  const variables = parts.map(variableOf).filter((name) => name !== null)
  const repeated = variables.find((name, index) => variables.indexOf(name) < index)
  return [
    ...parts
      .filter((part) => !PATH_PART.test(part))
      .map((part) =>
        problem(
          'design/resource-path-invalid',
          at,
          `Resource ${path}: "${part}" is not a path part. Use letters, digits and _ - . , : or one {name} that fills the part.`,
        ),
      ),
    ...unless(
      repeated === undefined,
      'design/path-variable-duplicate',
      at,
      () =>
        `Resource ${path}: two path variables are named {${repeated}}. Only one value can reach the backend; rename one.`,
    ),
  ]
}

function checkDuplicates(paths: readonly string[], at: Path): Diagnostic[] {
  const seen = new Set<string>()
  return paths.flatMap((path) => {
    const parts = segmentsOf(path)
    const plain = parts.join('/')
    const isNew = !seen.has(plain)
    seen.add(plain)
    return unless(
      isNew,
      'design/resource-duplicate',
      [...at, path],
      () => `Resource ${path}: Another resource with the same parent already has this name: ${parts.at(-1) ?? '/'}`,
    )
  })
}

function checkNode(node: ResourceNode, at: Path): Diagnostic[] {
  const children = [...node.children.values()]
  const [first, ...others] = children.filter((child) => variableOf(child.part) !== null)
  const below = isGreedy(node.part) ? children : []
  return [
    ...others.map((child) =>
      problem(
        'design/sibling-variable',
        [...at, child.listedPath],
        `Resource ${child.path}: A sibling (${first?.part}) of this resource already has a variable path part -- only one is allowed`,
      ),
    ),
    ...below.map((child) =>
      problem(
        'design/child-of-greedy',
        [...at, child.listedPath],
        `Resource ${child.path}: Cannot create a child of a resource with a greedy path variable: ${node.part}`,
      ),
    ),
  ]
}

function checkVerb(path: string, verb: string, at: Path): Diagnostic[] {
  return unless(
    VERBS.some((known) => known === verb),
    'design/verb-invalid',
    at,
    () =>
      `Resource ${path}, method ${verb}: Invalid HttpMethod specified. Valid options are ` +
      'GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY',
  )
}
