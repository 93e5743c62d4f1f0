import { parsePathTemplate, trimSlashes, type PathSegment } from './path-template'

/** A method of a resource, as in { path: "/orders/{id}", verb: "GET", value }. */
export interface Route<T> {
  readonly path: string
  readonly verb: string
  readonly value: T
}

/** `pathParameters` are as they were sent, not decoded; the object has no prototype, so `__proto__` is a name like any other. */
export interface RouteMatch<T> {
  readonly value: T
  readonly resourcePath: string
  readonly pathParameters: Record<string, string>
}

/** What ANY stands for; a method for another verb needs no ANY to be reached. */
const ANY_VERBS: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'])

interface Leaf<T> {
  readonly value: T
  readonly resourcePath: string
  readonly parameters: readonly PathParameter[]
}

/** Where in the path a parameter's value stands. */
interface PathParameter {
  readonly name: string
  readonly index: number
  readonly isGreedy: boolean
}

/** A resource, reached after `depth` segments of a path; a greedy one takes all that are left. */
class Node<T> {
  readonly leaves = new Map<string, Leaf<T>>()
  readonly literals = new Map<string, Node<T>>()
  parameter: Node<T> | undefined
  greedy: Node<T> | undefined
  constructor(
    readonly depth: number,
    readonly isGreedy: boolean,
  ) {}

  leafFor(verb: string): Leaf<T> | undefined {
    return this.leaves.get(verb) ?? (ANY_VERBS.has(verb) ? this.leaves.get('ANY') : undefined)
  }

  childFor(segment: PathSegment): Node<T> {
    if (segment.kind === 'parameter') return (this.parameter ??= new Node(this.depth + 1, false))
    if (segment.kind === 'greedy') return (this.greedy ??= new Node(this.depth, true))
    const known = this.literals.get(segment.text)
    if (known !== undefined) return known
    const child = new Node<T>(this.depth + 1, false)
    this.literals.set(segment.text, child)
    return child
  }
}

/**
 * Chooses the method of a REST API that serves a request.
 *
 * At each level a literal comes before `{param}` and that before `{param+}`; a resource that has no method for the verb does not hide a
 * less specific one that has. Every resource is looked at once at most, so a match takes time in proportion to path and tree.
 * Source: API Gateway Developer Guide, "Set up a method request"; recorded routing behaviour (rest-api.md 3).
 * Departure: two methods that the service would not allow beside each other (the same verb on "/{a}" and "/{b}"): the first one wins.
 */
export class RestRouter<T> {
  private readonly root = new Node<T>(0, false)
  /** Resources still to be looked at, the most specific last. Kept between calls so that a miss allocates nothing for it. */
  private readonly candidates: Node<T>[] = []

  constructor(routes: readonly Route<T>[]) {
    for (const route of routes) this.add(route)
  }

  /** `path` is what follows the stage, as it was sent; `verb` in upper case. Null when no method fits. */
  match(verb: string, path: string): RouteMatch<T> | null {
    const trimmed = trimSlashes(path)
    const segments = trimmed === '' ? [] : trimmed.split('/')
    const leaf = this.find(verb, segments)
    if (leaf === undefined) return null
    return { value: leaf.value, resourcePath: leaf.resourcePath, pathParameters: valuesOf(leaf.parameters, segments) }
  }

  private find(verb: string, segments: readonly string[]): Leaf<T> | undefined {
    const { candidates } = this
    candidates.length = 0
    candidates.push(this.root)
    for (let node = candidates.pop(); node !== undefined; node = candidates.pop()) {
      const segment = segments[node.depth]
      if (node.isGreedy || segment === undefined) {
        const leaf = node.leafFor(verb)
        if (leaf !== undefined) return leaf
      } else {
        this.pushChildren(node, segment)
      }
    }
    return undefined
  }

  /** The last pushed is looked at first: literal, then parameter, then greedy. A parameter needs a value. */
  private pushChildren(node: Node<T>, segment: string): void {
    if (node.greedy !== undefined) this.candidates.push(node.greedy)
    if (node.parameter !== undefined && segment !== '') this.candidates.push(node.parameter)
    const literal = node.literals.get(segment)
    if (literal !== undefined) this.candidates.push(literal)
  }

  private add(route: Route<T>): void {
    let node = this.root
    const parameters: PathParameter[] = []
    for (const segment of parsePathTemplate(route.path)) {
      if (segment.kind !== 'literal') {
        parameters.push({ name: segment.name, index: node.depth, isGreedy: segment.kind === 'greedy' })
      }
      // What stands below a greedy segment, which the service refuses, is kept but never reached.
      node = node.childFor(segment)
    }
    if (node.leaves.has(route.verb)) return
    node.leaves.set(route.verb, { value: route.value, resourcePath: route.path, parameters })
  }
}

function valuesOf(parameters: readonly PathParameter[], segments: readonly string[]): Record<string, string> {
  const values = Object.create(null) as Record<string, string>
  for (const { name, index, isGreedy } of parameters) {
    values[name] = isGreedy ? segments.slice(index).join('/') : (segments[index] ?? '')
  }
  return values
}
