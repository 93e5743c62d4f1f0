import { inWords } from '../../json-place'
import { physicalIdOf } from '../../template/physical-id'
import type { TemplateResource } from '../../template/template'
import type { TemplateContext } from '../../template/template-context'
import { resourceLabel, resourcesOfType } from '../rest/resource-properties'

const PART_TYPES = [
  'Route',
  'Integration',
  'IntegrationResponse',
  'RouteResponse',
  'Authorizer',
  'Model',
  'Deployment',
  'Stage',
  'ApiGatewayManagedOverrides',
] as const
export type V2PartType = (typeof PART_TYPES)[number]

/** The resources of a template that make up one HTTP or WebSocket API. */
export interface V2ApiParts {
  /** What `ApiId` says. */
  readonly id: string
  /** undefined when the API itself is not in the template. */
  readonly resource: TemplateResource | undefined
  /** In the order of the template. */
  readonly parts: readonly TemplateResource[]
}

export function partsOf({ parts }: Pick<V2ApiParts, 'parts'>, type: V2PartType): TemplateResource[] {
  return parts.filter((part) => part.type === `AWS::ApiGatewayV2::${type}`)
}

interface OpenParts extends V2ApiParts {
  readonly parts: TemplateResource[]
}

/** The HTTP and WebSocket APIs of a template: those it defines, then those that it only adds routes to. */
export function v2ApiParts(context: TemplateContext): V2ApiParts[] {
  const apis = resourcesOfType(context, 'AWS::ApiGatewayV2::Api')
  const groups = new Map<string, OpenParts>(
    apis.map((resource) => [physicalIdOf(resource), { id: physicalIdOf(resource), resource, parts: [] }]),
  )
  for (const part of resourcesOfType(context, ...PART_TYPES.map((type) => `AWS::ApiGatewayV2::${type}`))) {
    context.claimed.add(part.logicalId)
    const id = apiIdOf(context, part, apis)
    if (id === undefined) continue
    const group = groups.get(id) ?? { id, resource: undefined, parts: [] }
    groups.set(id, group)
    group.parts.push(part)
  }
  return [...groups.values()].filter((group) => hasSomethingToDraw(context, group))
}

/** The API that a part belongs to; where it does not say so rightly, the only one there is. */
function apiIdOf(
  { findings }: TemplateContext,
  part: TemplateResource,
  apis: readonly TemplateResource[],
): string | undefined {
  const written = Object.hasOwn(part.properties, 'ApiId') ? part.properties['ApiId'] : undefined
  const named = apis.find(({ logicalId }) => logicalId === written)
  const isId = typeof written === 'string' && written !== ''
  if (isId && !named) return written
  const label = resourceLabel(part)
  const api = named ?? (apis.length === 1 ? apis[0] : undefined)
  const wrong = isId
    ? 'has the logical id of an API as its "ApiId", where AWS wants the id of the API'
    : `has ${written === undefined ? 'no' : inWords(written)} "ApiId", which AWS demands`
  const pointer = `${part.pointer}/Properties${written === undefined ? '' : '/ApiId'}`
  if (!api) {
    const message = `${label} ${wrong}, and is left out. Write ApiId: !Ref and the logical id of its API.`
    findings.report('import/property-missing', 'error', pointer, message)
    return undefined
  }
  const message = `${label} ${wrong}. It is read as a part of ${api.logicalId}. Write ApiId: !Ref ${api.logicalId}.`
  findings.report('import/value-assumed', 'error', pointer, message)
  return physicalIdOf(api)
}

/** An API of another template is drawn when this one gives it routes; parts without any have nothing to stand on. */
function hasSomethingToDraw({ findings }: TemplateContext, group: OpenParts): boolean {
  if (group.resource || partsOf(group, 'Route').length > 0) return true
  for (const part of group.parts) {
    const message = `${resourceLabel(part)} is left out: it belongs to the API ${group.id}, which this template does not define. Import it together with the template of that API.`
    findings.report('import/not-carried', 'warning', part.pointer, message)
  }
  return false
}
