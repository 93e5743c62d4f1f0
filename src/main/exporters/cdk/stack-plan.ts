import type { TemplateDocument } from '../cloudformation/template-document'
import { resourceGraph, type ResourceGraph } from './resource-graph'
import { stackSections, type StackSection } from './stack-sections'
import { uniqueNames } from './unique-names'

/** Names and places of everything in a stack's code. */
export interface StackPlan {
  readonly sections: readonly StackSection[]
  /** Variables of the parameters that code names, by their names in the template. */
  readonly parameters: ReadonlyMap<string, string>
  /** The member that has a parameter's value, for those that are no text: "valueAsList". */
  readonly valueNames: ReadonlyMap<string, string>
  /** Variables of the conditions, by their names in the template. */
  readonly conditions: ReadonlyMap<string, string>
  /** By logical id. */
  readonly constructs: ReadonlyMap<string, PlannedConstruct>
}

export interface PlannedConstruct {
  readonly variable: string
  /** Name of the section that makes it. */
  readonly section: string
  /** Whether code of its own section names it. */
  readonly isNamed: boolean
  /** Whether code of another section, or an output, names it. */
  readonly isShared: boolean
}

/** `taken` are names that variables must not hide: those of imports. */
export function planStack(template: TemplateDocument, taken: Iterable<string>): StackPlan {
  const graph = resourceGraph(template)
  const sections = stackSections(template, graph)
  const nameOf = uniqueNames(taken)
  const parameters = new Map([...graph.parameters].map((name) => [name, nameOf(name)]))
  const conditions = new Map(Object.keys(template.Conditions ?? {}).map((name) => [name, nameOf(name)]))
  const users = usersOf(graph, sections)
  const constructs = sections.flatMap(({ name: section, logicalIds }) =>
    logicalIds.map((logicalId): [string, PlannedConstruct] => {
      const from = users.get(logicalId) ?? new Set()
      const isShared = graph.byOutputs.has(logicalId) || [...from].some((other) => other !== section)
      return [logicalId, { variable: nameOf(logicalId), section, isNamed: from.has(section), isShared }]
    }),
  )
  return { sections, parameters, valueNames: valueNames(template), conditions, constructs: new Map(constructs) }
}

/** Source: CloudFormation User Guide, "Parameters"; aws-cdk-lib, CfnParameter. */
function valueNames({ Parameters = {} }: TemplateDocument): Map<string, string> {
  const names = Object.entries(Parameters).flatMap(([name, { Type }]): [string, string][] => {
    if (Type === 'Number') return [[name, 'valueAsNumber']]
    return typeof Type === 'string' && /^CommaDelimitedList$|List</.test(Type) ? [[name, 'valueAsList']] : []
  })
  return new Map(names)
}

/** By logical id: names of the sections whose resources name it. */
function usersOf(graph: ResourceGraph, sections: readonly StackSection[]): Map<string, Set<string>> {
  const users = new Map<string, Set<string>>()
  for (const { name, logicalIds } of sections) {
    for (const used of logicalIds.flatMap((logicalId) => graph.inCode.get(logicalId) ?? [])) {
      users.set(used, (users.get(used) ?? new Set()).add(name))
    }
  }
  return users
}
