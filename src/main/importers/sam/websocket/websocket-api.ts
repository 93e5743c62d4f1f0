import { isRecord } from '../../json-place'
import { withoutAbsent } from '../../without-absent'
import type { TemplateResource } from '../../template/template'
import { propertyOf } from '../api-source'
import { ref } from '../intrinsics'
import { hashedId, isAlphanumeric } from '../logical-id'
import { ownMember } from '../mutable-json'
import { addMade, refuse, reportUnknown, type SamContext } from '../sam-context'
import { addV2Domain } from '../v2-domain'
import { readWebSocketAuth } from './websocket-auth'
import { addWebSocketRoute, DEFAULT_STAGE, readWebSocketRoutes, type WebSocketRoute } from './websocket-routes'

/** The tag by which SAM marks what it makes. */
const MARK = 'websocketapi:createdBy'

const API_MEMBERS = [
  'ApiKeySelectionExpression',
  'Description',
  'DisableExecuteApiEndpoint',
  'DisableSchemaValidation',
  'IpAddressType',
  'RouteSelectionExpression',
] as const
const STAGE_MEMBERS = ['StageVariables', 'AccessLogSettings', 'DefaultRouteSettings', 'RouteSettings'] as const
const OTHERS = ['Auth', 'Domain', 'Name', 'PropagateTags', 'Routes', 'StageName', 'Tags'] as const
/** Makes the resources of an AWS::Serverless::WebSocketApi. Source: SAM Developer Guide, "AWS::Serverless::WebSocketApi". */
export function expandWebSocketApi(context: SamContext, resource: TemplateResource): void {
  const { logicalId, pointer, properties } = resource
  const known = [...API_MEMBERS, ...STAGE_MEMBERS, ...OTHERS]
  reportUnknown(context, properties, known, `${pointer}/Properties`, `the API ${logicalId}`)
  const routes = readWebSocketRoutes(context, resource)
  const hasConnect = routes.some(({ routeKey }) => routeKey === '$connect')
  const auth = readWebSocketAuth(context, resource, hasConnect)
  const written = ownMember(properties, 'Tags')
  context.made.push({
    logicalId,
    type: 'AWS::ApiGatewayV2::Api',
    properties: withoutAbsent({
      Name: ownMember(properties, 'Name') ?? logicalId,
      ProtocolType: 'WEBSOCKET',
      ...Object.fromEntries(API_MEMBERS.map((name) => [name, ownMember(properties, name)])),
      Tags: { ...(isRecord(written) ? written : {}), [MARK]: 'SAM' },
    }),
    ...(resource.metadata && { metadata: resource.metadata }),
    dependsOn: resource.dependsOn,
    pointer,
  })
  for (const route of routes) addWebSocketRoute(context, resource, route, auth)
  const stage = addStage(context, resource, routes)
  context.madeIds.set(`${logicalId}.Stage`, stage)
  addV2Domain(context, { logicalId, pointer, properties, stage })
}

function addStage(context: SamContext, resource: TemplateResource, routes: readonly WebSocketRoute[]): string {
  const { logicalId, pointer, properties } = resource
  const written = propertyOf(resource, 'StageName') ?? DEFAULT_STAGE
  if (written === '$default') {
    refuse(
      context,
      `${pointer}/Properties/StageName`,
      `The stage of ${logicalId} is called $default, which WebSocket APIs do not take; it is "${DEFAULT_STAGE}" here. Give it another name.`,
    )
  }
  const name = written === '$default' ? DEFAULT_STAGE : written
  const text = typeof name === 'string' ? name : ''
  const id = name === DEFAULT_STAGE ? `${logicalId}DefaultStage` : stageIdOf(logicalId, text)
  const hasSettings = ownMember(properties, 'RouteSettings') !== undefined
  addMade(context, {
    logicalId: id,
    type: 'AWS::ApiGatewayV2::Stage',
    properties: withoutAbsent({
      ApiId: ref(logicalId),
      StageName: name,
      ...Object.fromEntries(STAGE_MEMBERS.map((member) => [member, ownMember(properties, member)])),
      AutoDeploy: true,
    }),
    dependsOn: hasSettings ? routes.map(({ ids }) => `${ids}Route`) : [],
    pointer,
  })
  return id
}

function stageIdOf(apiId: string, name: string): string {
  return name === '' || isAlphanumeric(name) ? `${apiId}${name}Stage` : hashedId(`${apiId}Stage`, name)
}
