import type { TemplateDocument } from '../cloudformation/template-document'
import { namesInTexts, referencesOf } from './template-references'

/** What the resources of a template name among each other. */
export interface ResourceGraph {
  /** By logical id, in the order of the template: what the resource names in any way; never itself. */
  readonly named: ReadonlyMap<string, readonly string[]>
  /** The same of what its code has to name. */
  readonly inCode: ReadonlyMap<string, readonly string[]>
  /** Names that the code of outputs has to name. */
  readonly byOutputs: ReadonlySet<string>
  /** Parameters that code has to name: those in texts alone need no variable. */
  readonly parameters: ReadonlySet<string>
}

export function resourceGraph(template: TemplateDocument): ResourceGraph {
  const named = new Map<string, readonly string[]>()
  const inCode = new Map<string, readonly string[]>()
  for (const [logicalId, resource] of Object.entries(template.Resources)) {
    const others = (found: ReadonlySet<string>) =>
      [...found].filter((name) => name !== logicalId && Object.hasOwn(template.Resources, name))
    const code = referencesOf(resource.Metadata, referencesOf(resource.Properties, new Set(resource.DependsOn)))
    inCode.set(logicalId, others(code))
    named.set(logicalId, others(namesInTexts(resource.Properties, new Set(code))))
  }
  const byOutputs = referencesOf(template.Outputs)
  return { named, inCode, byOutputs, parameters: parametersInCode(template, byOutputs) }
}

function parametersInCode(template: TemplateDocument, byOutputs: ReadonlySet<string>): Set<string> {
  const found = referencesOf(template.Conditions, new Set(byOutputs))
  for (const { Properties, Metadata } of Object.values(template.Resources))
    referencesOf(Metadata, referencesOf(Properties, found))
  return new Set([...found].filter((name) => Object.hasOwn(template.Parameters ?? {}, name)))
}

/** A value of each resource, made from those of the resources it names; in the order in which each follows what it names. */
export function foldGraph<Value>(
  graph: ResourceGraph,
  valueOf: (logicalId: string, named: readonly Value[]) => Value,
): Map<string, Value> {
  const values = new Map<string, Value>()
  const started = new Set<string>()
  const visit = (logicalId: string): void => {
    if (started.has(logicalId)) return
    started.add(logicalId)
    const names = graph.named.get(logicalId) ?? []
    names.forEach(visit)
    const known = names.filter((name) => values.has(name)).map((name) => values.get(name) as Value)
    values.set(logicalId, valueOf(logicalId, known))
  }
  for (const logicalId of graph.named.keys()) visit(logicalId)
  return values
}
