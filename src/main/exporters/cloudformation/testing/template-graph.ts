import type { ResourceDocument, TemplateDocument, TemplateValue } from '../template-document'

/** What each resource needs to be there before it, by logical id: by DependsOn and by functions in its properties. */
export function dependenciesOf(template: TemplateDocument): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(template.Resources).map(([id, resource]) => [id, namesIn(resource)]))
}

/** Names that a resource or an output refers to and that are neither resource, parameter nor CloudFormation's own. */
export function danglingReferences(template: TemplateDocument): string[] {
  const known = new Set([...Object.keys(template.Resources), ...Object.keys(template.Parameters ?? {})])
  const outputs = Object.values(template.Outputs ?? {}).flatMap((output) => [...valueNames(output)])
  const all = [...[...dependenciesOf(template).values()].flatMap((names) => [...names]), ...outputs]
  return [...new Set(all)].filter((name) => !name.startsWith('AWS::') && !known.has(name))
}

/** Resources that wait for each other, as in ["A", "B", "A"]; null when they can be made one after the other. */
export function findCycle(template: TemplateDocument): string[] | null {
  const graph = dependenciesOf(template)
  const done = new Set<string>()
  const visit = (id: string, path: readonly string[]): string[] | null => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id]
    if (done.has(id)) return null
    for (const next of graph.get(id) ?? []) {
      const cycle = visit(next, [...path, id])
      if (cycle) return cycle
    }
    done.add(id)
    return null
  }
  for (const id of graph.keys()) {
    const cycle = visit(id, [])
    if (cycle) return cycle
  }
  return null
}

function namesIn({ DependsOn = [], Properties = {} }: ResourceDocument): Set<string> {
  return new Set([...DependsOn, ...valueNames(Properties)])
}

function valueNames(value: TemplateValue): Set<string> {
  if (typeof value !== 'object' || value === null) return new Set()
  const entries: [string, TemplateValue][] = Object.entries(value)
  const own = entries.flatMap(([key, member]) => called(key, member))
  return new Set([...own, ...entries.flatMap(([, member]) => [...valueNames(member)])])
}

function called(key: string, argument: TemplateValue): string[] {
  if (key === 'Ref') return typeof argument === 'string' ? [argument] : []
  if (key === 'Fn::GetAtt') return Array.isArray(argument) ? [String(argument[0])] : []
  if (key !== 'Fn::Sub' || typeof argument !== 'string') return []
  return [...argument.matchAll(/\$\{([^!}.][^}.]*)[^}]*\}/g)].map(([, name = '']) => name)
}
