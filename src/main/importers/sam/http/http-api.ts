import { pointerSegment } from '@shared/diagnostic'
import { isRecord } from '../../json-place'
import { withoutAbsent } from '../../without-absent'
import { propertyOf, type ApiSource } from '../api-source'
import { isHttpDefinition } from '../definition'
import { ref } from '../intrinsics'
import { hashedId, isAlphanumeric } from '../logical-id'
import { asList, isMutable, ownMember, recordIn, setMember, type MutableRecord } from '../mutable-json'
import { removeMarks } from '../rest/api-auth'
import { executeApiArn } from '../lambda-arns'
import { definitionLocation } from '../definition-location'
import { addMade, refuse, reportUnknown, type SamContext } from '../sam-context'
import { addV2Domain } from '../v2-domain'
import { addHttpAuth, type PermittedFunction } from './http-auth'
import { addHttpCors } from './http-cors'

/** The tag by which SAM marks what it makes. */
const MARK = 'httpapi:createdBy'

const KNOWN = [
  '__MANAGE_SWAGGER',
  'AccessLogSettings',
  'Auth',
  'CorsConfiguration',
  'DefaultRouteSettings',
  'DefinitionBody',
  'DefinitionUri',
  'Description',
  'DisableExecuteApiEndpoint',
  'Domain',
  'FailOnWarnings',
  'Name',
  'PropagateTags',
  'RouteSettings',
  'StageName',
  'StageVariables',
  'Tags',
]

/** Makes the resources of an AWS::Serverless::HttpApi, all events added. Source: http-api.md 19; SAM Developer Guide, "AWS::Serverless::HttpApi". */
export function expandHttpApi(context: SamContext, source: ApiSource): void {
  reportUnknown(context, source.properties, KNOWN, `${source.pointer}/Properties`, `the API ${source.logicalId}`)
  addHttpCors(context, source)
  const permitted = addHttpAuth(context, source)
  addTags(context, source)
  finishDefinition(context, source)
  addApi(context, source)
  const stage = addStage(context, source)
  context.madeIds.set(`${source.logicalId}.Stage`, stage)
  for (const each of permitted) addAuthorizerPermission(context, source, each)
  addV2Domain(context, { ...source, stage })
}

/** Tags stand in the definition; SAM adds one of its own to each definition that it can change. The stage's are left out: designs have none. */
function addTags(context: SamContext, source: ApiSource): void {
  const written = propertyOf(source, 'Tags')
  const { definition } = source
  if (!isHttpDefinition(definition)) {
    if (!isRecord(written)) return
    refuse(
      context,
      `${source.pointer}/Properties/Tags`,
      `"Tags" of ${source.logicalId} is left out: it works with an inline definition only. Put the OpenAPI 3 document into DefinitionBody.`,
    )
    return
  }
  const tags: MutableRecord = { ...(isRecord(written) ? written : {}), [MARK]: 'SAM' }
  const list = asList(ownMember(definition, 'tags')).filter((tag): tag is MutableRecord => isMutable(tag))
  const byName = new Map(list.map((tag) => [ownMember(tag, 'name'), tag]))
  for (const [name, value] of Object.entries(tags)) {
    const found = byName.get(name)
    if (found) setMember(found, 'x-amazon-apigateway-tag-value', value)
    else list.push({ name, 'x-amazon-apigateway-tag-value': value })
  }
  setMember(definition, 'tags', list)
  context.pointers.moved(`${source.pointer}/Properties/Body/tags`, `${source.pointer}/Properties/Tags`)
}

function finishDefinition(context: SamContext, source: ApiSource): void {
  const { definition } = source
  const isDisabled = propertyOf(source, 'DisableExecuteApiEndpoint')
  if (!isHttpDefinition(definition)) {
    if (isDisabled === undefined) return
    refuse(
      context,
      `${source.pointer}/Properties/DisableExecuteApiEndpoint`,
      `"DisableExecuteApiEndpoint" of ${source.logicalId} is left out: it works with an inline definition only. Put the OpenAPI 3 document into DefinitionBody.`,
    )
    return
  }
  if (isDisabled !== undefined) disableEndpoint(definition, isDisabled)
  const info = recordIn(definition, 'info')
  const [name, description] = [propertyOf(source, 'Name'), propertyOf(source, 'Description')]
  if (name !== undefined && ownMember(info, 'title') === context.stack.name) setMember(info, 'title', name)
  if (description !== undefined && ownMember(info, 'description') === undefined)
    setMember(info, 'description', description)
  if (Object.keys(info).length === 0) delete definition['info']
  removeMarks(definition)
}

function disableEndpoint(definition: MutableRecord, isDisabled: unknown): void {
  const servers = asList(ownMember(definition, 'servers')).filter((server): server is MutableRecord =>
    isMutable(server),
  )
  const all: MutableRecord[] = servers.length > 0 ? servers : [{}]
  for (const server of all) {
    setMember(recordIn(server, 'x-amazon-apigateway-endpoint-configuration'), 'disableExecuteApiEndpoint', isDisabled)
  }
  setMember(definition, 'servers', all)
}

function addApi(context: SamContext, source: ApiSource): void {
  const body = `${source.pointer}/Properties/Body`
  context.pointers.moved(body, `${source.pointer}/Properties/DefinitionBody`)
  context.pointers.moved(`${source.pointer}/Properties/BodyS3Location`, `${source.pointer}/Properties/DefinitionUri`)
  if (source.isManaged) context.pointers.cause(body, source.pointer)
  const text = propertyOf(source, 'DefinitionBody')
  context.made.push({
    logicalId: source.logicalId,
    type: 'AWS::ApiGatewayV2::Api',
    properties: withoutAbsent({
      Body: source.definition ?? (typeof text === 'string' ? text : undefined),
      BodyS3Location: definitionLocation(context, source),
      FailOnWarnings: propertyOf(source, 'FailOnWarnings') || undefined,
    }),
    ...(source.resource?.metadata && { metadata: source.resource.metadata }),
    dependsOn: source.resource?.dependsOn ?? [],
    pointer: source.pointer,
    ...(source.isImplicit && { isMadeBySam: true as const }),
  })
}

function addStage(context: SamContext, source: ApiSource): string {
  const name = propertyOf(source, 'StageName') || '$default'
  const id = httpStageId(source.logicalId, name)
  addMade(context, {
    logicalId: id,
    type: 'AWS::ApiGatewayV2::Stage',
    properties: withoutAbsent({
      ApiId: ref(source.logicalId),
      StageName: name,
      StageVariables: propertyOf(source, 'StageVariables'),
      AccessLogSettings: propertyOf(source, 'AccessLogSettings'),
      DefaultRouteSettings: propertyOf(source, 'DefaultRouteSettings'),
      RouteSettings: propertyOf(source, 'RouteSettings'),
      AutoDeploy: true,
    }),
    pointer: source.pointer,
  })
  return id
}

function httpStageId(apiId: string, name: unknown): string {
  if (name === '$default') return `${apiId}ApiGatewayDefaultStage`
  const text = typeof name === 'string' ? name : ''
  return isAlphanumeric(text) ? `${apiId}${text}Stage` : hashedId(`${apiId}Stage`, text)
}

function addAuthorizerPermission(context: SamContext, source: ApiSource, permitted: PermittedFunction): void {
  const place = `${source.pointer}/Properties/Auth/Authorizers/${pointerSegment(permitted.authorizer)}`
  context.pointers.cause(`${place}/Properties`, place)
  addMade(context, {
    logicalId: `${source.logicalId}${permitted.authorizer}AuthorizerPermission`,
    type: 'AWS::Lambda::Permission',
    properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: permitted.functionArn,
      Principal: 'apigateway.amazonaws.com',
      SourceArn: executeApiArn(context, ref(source.logicalId), 'authorizers/*'),
    },
    pointer: place,
  })
}
