import { isRecord } from '../json-place'
import type { TemplateResource } from './template'
import { attributeOf, substitutionOf, templateFunction } from './template-function'

/**
 * Resources that depend on each other, so that none of them can be made first: [["A", "B"]] for A -> B -> A. Each resource is in one
 * cycle at most. A resource depends on what it names in `DependsOn`, `Ref`, `Fn::GetAtt` and `Fn::Sub`.
 */
export function dependencyCycles(resources: ReadonlyMap<string, TemplateResource>): string[][] {
  const edges = new Map<string, Set<string>>()
  for (const [logicalId, resource] of resources) {
    const names = new Set(resource.dependsOn)
    collectNames(resource.properties, names)
    edges.set(logicalId, new Set([...names].filter((name) => resources.has(name))))
  }
  const cycles: string[][] = []
  for (;;) {
    prune(edges)
    const cycle = cycleIn(edges)
    if (!cycle) return cycles
    cycles.push(cycle)
    for (const name of cycle) remove(edges, name)
  }
}

function collectNames(value: unknown, names: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collectNames(item, names)
  if (!isRecord(value)) return
  const called = templateFunction(value)
  if (called?.name === 'Ref') names.add(String(called.argument))
  if (called?.name === 'Fn::GetAtt') names.add(attributeOf(called.argument)?.logicalId ?? '')
  if (called?.name === 'Fn::Sub') {
    const substitution = substitutionOf(called.argument)
    for (const [, name = ''] of substitution?.text.matchAll(/\$\{([^!}][^}]*)\}/g) ?? []) {
      if (!Object.hasOwn(substitution?.values ?? {}, name)) names.add(name.trim().replace(/\..*$/s, ''))
    }
  }
  for (const member of Object.values(value)) collectNames(member, names)
}

/** Takes away what depends on nothing, again and again: what stays is on a cycle or leads to one. */
function prune(edges: Map<string, Set<string>>): void {
  const dependents = new Map<string, string[]>()
  for (const [from, targets] of edges) {
    for (const target of targets) {
      const known = dependents.get(target)
      if (known) known.push(from)
      else dependents.set(target, [from])
    }
  }
  const free = [...edges].filter(([, targets]) => targets.size === 0).map(([name]) => name)
  for (let name = free.pop(); name !== undefined; name = free.pop()) {
    edges.delete(name)
    for (const dependent of dependents.get(name) ?? []) {
      const targets = edges.get(dependent)
      if (targets?.delete(name) && targets.size === 0) free.push(dependent)
    }
  }
}

/** Every node that is left leads on, so that walking comes back to where it was. */
function cycleIn(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const path: string[] = []
  const at = new Map<string, number>()
  let [name] = edges.keys()
  while (name !== undefined && !at.has(name)) {
    at.set(name, path.length)
    path.push(name)
    const [next] = edges.get(name) ?? []
    name = next
  }
  return name === undefined ? null : path.slice(at.get(name))
}

function remove(edges: Map<string, Set<string>>, name: string): void {
  edges.delete(name)
  for (const targets of edges.values()) targets.delete(name)
}
