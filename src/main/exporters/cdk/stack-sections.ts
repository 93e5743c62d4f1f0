import type { TemplateDocument } from '../cloudformation/template-document'
import { foldGraph, type ResourceGraph } from './resource-graph'
import { uniqueNames, variableName } from './unique-names'

/** A method of the stack that makes some of its constructs. */
export interface StackSection {
  /** Of the field that holds what others need, as in "ordersApiMethods". */
  readonly name: string
  /** What it makes, for people: "Methods of OrdersApi." */
  readonly title: string
  readonly logicalIds: readonly string[]
}

/** Constructs of one method; what is more goes into another. */
const LONGEST_SECTION = 20

/** In the order they are written. */
const KINDS = [
  'Definition',
  'Resources',
  'Methods',
  'Routes',
  'Stages',
  'Clients',
  'Permissions',
  'Monitoring',
] as const
type Kind = (typeof KINDS)[number]

const KIND_OF: { readonly [resourceType: string]: Kind | undefined } = {
  'AWS::ApiGateway::Resource': 'Resources',
  'AWS::ApiGateway::Method': 'Methods',
  'AWS::ApiGatewayV2::Integration': 'Routes',
  'AWS::ApiGatewayV2::IntegrationResponse': 'Routes',
  'AWS::ApiGatewayV2::Route': 'Routes',
  'AWS::ApiGatewayV2::RouteResponse': 'Routes',
  'AWS::ApiGateway::Account': 'Stages',
  'AWS::ApiGateway::Deployment': 'Stages',
  'AWS::ApiGateway::Stage': 'Stages',
  'AWS::ApiGatewayV2::Deployment': 'Stages',
  'AWS::ApiGatewayV2::Stage': 'Stages',
  'AWS::ApiGateway::ApiKey': 'Clients',
  'AWS::ApiGateway::BasePathMapping': 'Clients',
  'AWS::ApiGateway::UsagePlan': 'Clients',
  'AWS::ApiGateway::UsagePlanKey': 'Clients',
  'AWS::ApiGatewayV2::ApiMapping': 'Clients',
  'AWS::Lambda::Permission': 'Permissions',
  'AWS::CloudWatch::Alarm': 'Monitoring',
  'AWS::Logs::LogGroup': 'Monitoring',
}

const API_TYPES = new Set(['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'])

/**
 * Resources by the API they belong to (the only one that they lead to) and by kind, in an order in which each names only what stands
 * before it.
 */
export function stackSections(template: TemplateDocument, graph: ResourceGraph): StackSection[] {
  const apis = Object.keys(template.Resources).filter((id) => API_TYPES.has(template.Resources[id]?.Type ?? ''))
  const owners = foldGraph<ReadonlySet<string>>(graph, (logicalId, named) =>
    apis.includes(logicalId) ? new Set([logicalId]) : new Set(named.flatMap((set) => [...set])),
  )
  // A section comes after all that it names: a resource moves to the last place among its own and those of what it names.
  const places = foldGraph<number>(graph, (logicalId, named) => {
    const kind = KIND_OF[template.Resources[logicalId]?.Type ?? ''] ?? 'Definition'
    const owner = ownerRank(owners.get(logicalId) ?? new Set(), apis)
    return Math.max(owner * KINDS.length + KINDS.indexOf(kind), ...named)
  })
  const members = new Map<number, string[]>()
  // The fold visited each resource after those it names, and so stand the members of a section.
  for (const [logicalId, place] of places) {
    const section = members.get(place)
    if (section) section.push(logicalId)
    else members.set(place, [logicalId])
  }
  const nameOf = uniqueNames(['parameters', 'conditions', 'outputs'])
  return [...members]
    .sort(([one], [other]) => one - other)
    .flatMap(([place, logicalIds]) => namedSections(place, logicalIds, apis, nameOf))
}

/** 0 of no API, then the APIs in their order, then what several have in common. */
function ownerRank(owners: ReadonlySet<string>, apis: readonly string[]): number {
  const [owner] = owners
  if (owner === undefined) return 0
  return owners.size === 1 ? 1 + apis.indexOf(owner) : 1 + apis.length
}

function namedSections(
  place: number,
  logicalIds: readonly string[],
  apis: readonly string[],
  nameOf: (text: string) => string,
): StackSection[] {
  const rank = Math.floor(place / KINDS.length)
  const kind = KINDS[place % KINDS.length] ?? 'Definition'
  const api = apis[rank - 1]
  const owner = api ?? (rank === 0 ? 'Shared' : 'AllApis')
  const title = `${kind} of ${api ?? (rank === 0 ? 'no API in particular' : 'several APIs')}.`
  const sections: StackSection[] = []
  for (let start = 0; start < logicalIds.length; start += LONGEST_SECTION) {
    sections.push({
      name: nameOf(`${variableName(owner)}${kind}`),
      title,
      logicalIds: logicalIds.slice(start, start + LONGEST_SECTION),
    })
  }
  return sections
}
