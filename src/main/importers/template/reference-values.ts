import { idFrom } from '@shared/design/id-from'
import type { JsonRecord } from '../json-place'
import { isDrawnId, physicalIdOf, rootResourceIdOf } from './physical-id'
import { RESOURCE_VALUES, type ResourceValues } from './resource-values'
import type { Stack } from './stack'
import type { TemplateResource } from './template'

/** A resource whose references are asked for. `property` gives a property's resolved text. */
export interface Referred {
  readonly resource: Pick<TemplateResource, 'type' | 'logicalId' | 'properties'>
  readonly property: (name: string) => string | undefined
  readonly stack: Stack
}

/** What a `Ref` to a resource gives. */
export function refOf(referred: Referred): string {
  const { type } = referred.resource
  const values = valuesOf(type)
  if (isDrawnId(type) || !values) return physicalIdOf(withResolvedName(referred))
  return filled(values.ref ?? (values.id === undefined ? '{name}' : '{id}'), referred) ?? referred.resource.logicalId
}

/** What `Fn::GetAtt` gives; undefined for what only a deployment knows. */
export function attributeValue(referred: Referred, attribute: string): string | undefined {
  const { type } = referred.resource
  const attributes = valuesOf(type)?.attributes
  const known = attributes && Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined
  if (known !== undefined) return filled(known, referred)
  if (type === 'AWS::ApiGateway::RestApi' && attribute === 'RootResourceId') return rootResourceIdOf(referred.resource)
  if (type === 'AWS::ApiGatewayV2::Api' && attribute === 'ApiEndpoint') return endpointOf(referred)
  if (isOfAnotherTemplate(type)) return undefined
  return generalAttribute(referred, attribute)
}

function valuesOf(type: string): ResourceValues | undefined {
  return Object.hasOwn(RESOURCE_VALUES, type) ? RESOURCE_VALUES[type] : undefined
}

/** Stacks, modules and custom resources say themselves what their attributes are. */
function isOfAnotherTemplate(type: string): boolean {
  return type.startsWith('Custom::') || type.startsWith('AWS::CloudFormation::') || type.endsWith('::MODULE')
}

/** The words that most types follow: "...Arn", "...Id", "...Name", or a property that can be read back. */
function generalAttribute(referred: Referred, attribute: string): string | undefined {
  const own = referred.property(attribute)
  if (own !== undefined) return own
  if (attribute.endsWith('Arn')) return filled(generalArn(referred.resource.type), referred)
  if (attribute.endsWith('Id')) {
    return isDrawnId(referred.resource.type) ? physicalIdOf(referred.resource) : filled('{id}', referred)
  }
  return attribute.endsWith('Name') ? filled('{name}', referred) : undefined
}

/** "AWS::AppSync::GraphQLApi" -> "arn:{partition}:appsync:{region}:{account}:graphqlapi/{name}". */
function generalArn(type: string): string {
  const [, service = 'service', kind = 'resource'] = type.toLowerCase().split('::')
  return `arn:{partition}:${service}:{region}:{account}:${kind}/{name}`
}

function endpointOf(referred: Referred): string {
  const scheme = referred.property('ProtocolType') === 'WEBSOCKET' ? 'wss' : 'https'
  const { region, urlSuffix } = referred.stack
  return `${scheme}://${physicalIdOf(referred.resource)}.execute-api.${region}.${urlSuffix}`
}

function withResolvedName({ resource, property }: Referred): Referred['resource'] {
  const properties: JsonRecord = Object.fromEntries(
    ['Name', 'StageName', 'DomainName', 'FunctionName'].flatMap((name) => {
      const text = property(name)
      return text === undefined ? [] : [[name, text]]
    }),
  )
  return { ...resource, properties }
}

/** A pattern of `ResourceValues` with everything in braces replaced; undefined when the resource lacks a property of it. */
function filled(pattern: string, referred: Referred): string | undefined {
  const values = Object.entries(valuesInBraces(referred))
  let isWhole = true
  const text = pattern.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values.find(([known]) => known === name)?.[1]() ?? referred.property(name)
    isWhole &&= value !== undefined
    return value ?? ''
  })
  return isWhole ? text : undefined
}

function valuesInBraces(referred: Referred): { readonly [name: string]: () => string } {
  const { resource, property, stack } = referred
  return {
    partition: () => stack.partition,
    region: () => stack.region,
    account: () => stack.accountId,
    suffix: () => stack.urlSuffix,
    logicalId: () => resource.logicalId,
    name: () => nameOf(referred),
    id: () => idOf(referred),
    path: () => property('Path') ?? '/',
    function: () => functionArn(property('FunctionName') ?? property('TargetFunctionArn') ?? resource.logicalId, stack),
  }
}

function nameOf({ resource, property }: Referred): string {
  const given = property(valuesOf(resource.type)?.name ?? 'Name')
  if (given !== undefined && given !== '') return given
  if (resource.type === 'AWS::S3::Bucket') return resource.logicalId.toLowerCase()
  const isFifo = property('FifoQueue') === 'true' || property('FifoTopic') === 'true'
  return isFifo ? `${resource.logicalId}.fifo` : resource.logicalId
}

function idOf(referred: Referred): string {
  const { resource } = referred
  const values = valuesOf(resource.type)
  // The ids that the design itself gives a web ACL, so that stages find theirs.
  if (resource.type === 'AWS::WAFv2::WebACL') return idFrom(`web acl ${nameOf(referred)}`, 10)
  const id = idFrom(`${resource.type} ${resource.logicalId}`, values?.id ?? 10)
  const prefix = values?.idPrefix ?? ''
  return filled(prefix, referred) + (prefix === 'Z' ? id.toUpperCase() : id)
}

/** A function's name, its ARN or a part of one as its ARN. */
function functionArn(written: string, { partition, region, accountId }: Stack): string {
  if (written.startsWith('arn:')) return written
  const name = written.replace(/^(\d{12}:)?(function:)?/, '')
  return `arn:${partition}:lambda:${region}:${accountId}:function:${name}`
}
