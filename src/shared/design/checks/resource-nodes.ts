/** One node of the resource tree. Parents that are not listed are nodes too. */
export interface ResourceNode {
  /** "/orders/{id}". */
  readonly path: string
  readonly part: string
  /** The first listed path at or below it: where an editor can show a problem of the node. */
  readonly listedPath: string
  readonly children: Map<string, ResourceNode>
}

/** Every node of the tree that the listed paths make, the root first. Empty segments (a doubled or trailing slash) are passed over. */
export function resourceNodes(paths: readonly string[]): ResourceNode[] {
  const root: ResourceNode = { path: '/', part: '', listedPath: '/', children: new Map() }
  const nodes = [root]
  for (const listedPath of paths) {
    let node = root
    for (const part of segmentsOf(listedPath)) {
      const known = node.children.get(part)
      const path = node === root ? `/${part}` : `${node.path}/${part}`
      const child = known ?? { path, part, listedPath, children: new Map() }
      if (!known) nodes.push(child)
      node.children.set(part, child)
      node = child
    }
  }
  return nodes
}

/** "/orders/{id}" -> ["orders", "{id}"]. */
export function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '')
}

/** "{id}" -> "id", "{proxy+}" -> "proxy", "orders" -> null. */
export function variableOf(part: string): string | null {
  return part.startsWith('{') && part.endsWith('}') ? part.slice(1, part.endsWith('+}') ? -2 : -1) : null
}

export function isGreedy(part: string): boolean {
  return part.startsWith('{') && part.endsWith('+}')
}
