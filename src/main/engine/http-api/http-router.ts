import { parsePathTemplate, trimSlashes, type PathSegment } from '../router/path-template'
import { HTTP_VERBS, parseHttpRouteKey } from './http-route-key'

/** `pathParameters` are decoded; the object has no prototype, so `__proto__` is a name like any other. Empty for `$default`. */
export interface HttpRouteMatch<T> {
  readonly value: T
  readonly pathParameters: Record<string, string>
}

interface Leaf<T> {
  readonly value: T
  readonly parameters: readonly { readonly name: string; readonly index: number; readonly isGreedy: boolean }[]
}

/** A place in the tree of paths, reached after `depth` segments; a greedy one takes all that are left. */
class Node<T> {
  readonly leaves = new Map<string, Leaf<T>>()
  readonly literals = new Map<string, Node<T>>()
  parameter: Node<T> | undefined
  greedy: Node<T> | undefined
  constructor(
    readonly depth: number,
    readonly isGreedy: boolean,
  ) {}

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
 * Chooses the route of an HTTP API. Routes without a greedy parameter come before those with one, and those before `$default`; inside a
 * rank the method itself comes before ANY, and then from the left a literal before `{name}` before `{name+}`. Each look at the tree
 * visits a place once at most, so a match takes time in proportion to path and tree.
 * Source: API Gateway Developer Guide, "Create routes for HTTP APIs"; http-api.md 4.2.
 * Departure: of routes that differ in the names of their parameters only, which the service refuses, the first wins.
 */
export class HttpRouter<T> {
  private readonly root = new Node<T>(0, false)
  private defaultRoute: Leaf<T> | undefined
  /** Places still to be looked at, the most specific last. Kept between calls so that a miss allocates nothing for it. */
  private readonly candidates: Node<T>[] = []

  constructor(routes: readonly { readonly routeKey: string; readonly value: T }[]) {
    for (const { routeKey, value } of routes) this.add(routeKey, value)
  }

  /** `path` is decoded and without the stage; `method` in upper case. Null when no route fits. */
  match(method: string, path: string): HttpRouteMatch<T> | null {
    if (!HTTP_VERBS.has(method)) return null
    const trimmed = trimSlashes(path)
    const segments = trimmed === '' ? [] : trimmed.split('/')
    const leaf =
      this.find(method, segments, false) ??
      this.find('ANY', segments, false) ??
      this.find(method, segments, true) ??
      this.find('ANY', segments, true) ??
      this.defaultRoute
    return leaf === undefined ? null : { value: leaf.value, pathParameters: valuesOf(leaf.parameters, segments) }
  }

  private find(method: string, segments: readonly string[], isGreedy: boolean): Leaf<T> | undefined {
    const { candidates } = this
    candidates.length = 0
    candidates.push(this.root)
    for (let node = candidates.pop(); node !== undefined; node = candidates.pop()) {
      const segment = segments[node.depth]
      if (node.isGreedy || segment === undefined) {
        const leaf = node.isGreedy === isGreedy ? node.leaves.get(method) : undefined
        if (leaf !== undefined) return leaf
      } else this.pushChildren(node, segment, isGreedy)
    }
    return undefined
  }

  /** The last pushed is looked at first. A parameter needs a value, a greedy one at least one segment. */
  private pushChildren(node: Node<T>, segment: string, isGreedy: boolean): void {
    if (isGreedy && node.greedy !== undefined) this.candidates.push(node.greedy)
    if (node.parameter !== undefined && segment !== '') this.candidates.push(node.parameter)
    const literal = node.literals.get(segment)
    if (literal !== undefined) this.candidates.push(literal)
  }

  private add(routeKey: string, value: T): void {
    const key = parseHttpRouteKey(routeKey)
    if (key === null) return
    if (key.kind === 'default') {
      this.defaultRoute ??= { value, parameters: [] }
      return
    }
    let node = this.root
    const parameters = []
    for (const segment of parsePathTemplate(key.path)) {
      if (segment.kind !== 'literal') {
        parameters.push({ name: segment.name, index: node.depth, isGreedy: segment.kind === 'greedy' })
      }
      // What stands below a greedy segment, which the service refuses, is kept but never reached.
      node = node.childFor(segment)
    }
    if (!node.leaves.has(key.method)) node.leaves.set(key.method, { value, parameters })
  }
}

function valuesOf<T>(parameters: Leaf<T>['parameters'], segments: readonly string[]): Record<string, string> {
  const values = Object.create(null) as Record<string, string>
  for (const { name, index, isGreedy } of parameters) {
    values[name] = isGreedy ? segments.slice(index).join('/') : (segments[index] ?? '')
  }
  return values
}
