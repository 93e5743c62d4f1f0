import { inWords } from '../../json-place'
import { physicalIdOf } from '../../template/physical-id'
import type { TemplateResource } from '../../template/template'
import type { TemplateContext } from '../../template/template-context'
import { resourceLabel, resourcesOfType } from './resource-properties'

const PART_TYPES = [
  'Resource',
  'Method',
  'Model',
  'RequestValidator',
  'Authorizer',
  'GatewayResponse',
  'Deployment',
  'Stage',
  'DocumentationPart',
  'DocumentationVersion',
] as const
type PartType = (typeof PART_TYPES)[number]

/** The resources of a template that make up one REST API. */
export interface RestApiParts {
  /** What `RestApiId` says. */
  readonly id: string
  /** undefined when the API itself is not in the template. */
  readonly resource: TemplateResource | undefined
  /** In the order of the template. */
  readonly parts: readonly TemplateResource[]
}

export function partsOf({ parts }: RestApiParts, type: PartType): TemplateResource[] {
  return parts.filter((part) => part.type === `AWS::ApiGateway::${type}`)
}

interface OpenParts extends RestApiParts {
  readonly parts: TemplateResource[]
}

/** The REST APIs of a template: those it defines, then those that stand elsewhere and get parts from it. */
export function restApiParts(context: TemplateContext): RestApiParts[] {
  const apis = resourcesOfType(context, 'AWS::ApiGateway::RestApi')
  const parts = resourcesOfType(context, ...PART_TYPES.map((type) => `AWS::ApiGateway::${type}`))
  const groups = new Map<string, OpenParts>(
    apis.map((resource) => [physicalIdOf(resource), { id: physicalIdOf(resource), resource, parts: [] }]),
  )
  const byLogicalId = new Map(apis.map((api) => [api.logicalId, api]))
  const ids = new Set([...groups.keys(), ...parts.flatMap((part) => writtenId(part, byLogicalId) ?? [])])
  for (const part of parts) {
    context.claimed.add(part.logicalId)
    const id = writtenId(part, byLogicalId) ?? assumedId(context, part, { apis: byLogicalId, ids })
    if (id === undefined) continue
    const group = groups.get(id) ?? { id, resource: undefined, parts: [] }
    groups.set(id, group)
    group.parts.push(part)
  }
  return [...groups.values()]
}

/** What `RestApiId` says, when it can be the id of an API. */
function writtenId({ properties }: TemplateResource, apis: KnownApis['apis']): string | undefined {
  const written = Object.hasOwn(properties, 'RestApiId') ? properties['RestApiId'] : undefined
  const isId = typeof written === 'string' && written !== '' && !apis.has(written)
  return isId ? written : undefined
}

interface KnownApis {
  /** By logical id. */
  readonly apis: ReadonlyMap<string, TemplateResource>
  /** Ids of all APIs that parts of the template say they belong to. */
  readonly ids: ReadonlySet<string>
}

/** Where a part belongs that does not say so rightly: to the only API there is, be it one of another template. */
function assumedId({ findings }: TemplateContext, part: TemplateResource, known: KnownApis): string | undefined {
  const written = Object.hasOwn(part.properties, 'RestApiId') ? part.properties['RestApiId'] : undefined
  const named = typeof written === 'string' ? known.apis.get(written) : undefined
  const [first = 'Api', ...others] = known.ids
  const label = resourceLabel(part)
  const wrong = named
    ? `has the logical id of an API as its "RestApiId", where AWS wants the id of the API`
    : `has ${written === undefined ? 'no' : inWords(written)} "RestApiId", which AWS demands`
  const pointer = `${part.pointer}/Properties${written === undefined ? '' : '/RestApiId'}`
  if (!named && others.length > 0) {
    const message = `${label} ${wrong}, and is left out. Write RestApiId: !Ref and the logical id of its API.`
    findings.report('import/property-missing', 'error', pointer, message)
    return undefined
  }
  const id = named ? physicalIdOf(named) : first
  const name = (named ?? [...known.apis.values()].find((api) => physicalIdOf(api) === id))?.logicalId ?? apiName(id)
  const message = `${label} ${wrong}. It is read as a part of ${name}. Write RestApiId: !Ref ${name}.`
  findings.report('import/value-assumed', 'error', pointer, message)
  return id
}

/** "${OrdersApi}" -> "OrdersApi": a name for an API that is known by a reference only. */
export function apiName(id: string): string {
  return id.replaceAll(/[^A-Za-z0-9-]+/g, ' ').trim() || 'Api'
}
