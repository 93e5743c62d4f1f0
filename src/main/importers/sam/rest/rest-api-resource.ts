import type { JsonRecord } from '../../json-place'
import type { TemplateResource } from '../../template/template'
import { withoutAbsent } from '../../without-absent'
import { picked, propertyOf, type ApiSource } from '../api-source'
import { definitionLocation } from '../definition-location'
import { ownMember } from '../mutable-json'
import type { SamContext } from '../sam-context'
import { tagList } from '../tags'

/** Members of AWS::ApiGateway::RestApi that SAM hands on as they are. */
export const API_MEMBERS = [
  'Name',
  'Description',
  'MinimumCompressionSize',
  'Mode',
  'ApiKeySourceType',
  'Policy',
  'SecurityPolicy',
  'EndpointAccessMode',
] as const

/** The API itself, its definition done. */
export function restApiResource(context: SamContext, source: ApiSource): TemplateResource {
  const body = `${source.pointer}/Properties/Body`
  context.pointers.moved(body, `${source.pointer}/Properties/DefinitionBody`)
  context.pointers.moved(`${source.pointer}/Properties/BodyS3Location`, `${source.pointer}/Properties/DefinitionUri`)
  if (source.isManaged) context.pointers.cause(body, source.pointer)
  const propagated = propertyOf(source, 'PropagateTags') === true ? tagList(propertyOf(source, 'Tags')) : undefined
  return {
    logicalId: source.logicalId,
    type: 'AWS::ApiGateway::RestApi',
    properties: withoutAbsent({
      ...picked(source, API_MEMBERS),
      FailOnWarnings: propertyOf(source, 'FailOnWarnings') || undefined,
      BinaryMediaTypes: propertyOf(source, 'BinaryMediaTypes'),
      EndpointConfiguration: endpointConfiguration(propertyOf(source, 'EndpointConfiguration')),
      Body: source.definition ?? inlineText(source),
      BodyS3Location: definitionLocation(context, source),
      Tags: propagated,
    }),
    ...(source.resource?.metadata && { metadata: source.resource.metadata }),
    dependsOn: source.resource?.dependsOn ?? [],
    pointer: source.pointer,
    ...(source.isImplicit && { isMadeBySam: true as const }),
  }
}

/** A definition that is no object, as JSON text, is handed on as it is. */
function inlineText(source: ApiSource): unknown {
  const body = propertyOf(source, 'DefinitionBody')
  return typeof body === 'string' ? body : undefined
}

function endpointConfiguration(written: unknown): JsonRecord | undefined {
  if (written === undefined || written === '') return undefined
  const type = ownMember(written, 'Type')
  if (type === undefined) return { Types: [written] }
  return withoutAbsent({
    Types: [type],
    VpcEndpointIds: ownMember(written, 'VPCEndpointIds') ?? ownMember(written, 'VpcEndpointIds'),
    IpAddressType: ownMember(written, 'IpAddressType'),
  })
}
