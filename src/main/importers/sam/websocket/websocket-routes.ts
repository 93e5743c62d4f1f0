import { pointerSegment } from '@shared/diagnostic'
import { isRecord, type JsonRecord } from '../../json-place'
import type { TemplateResource } from '../../template/template'
import { withoutAbsent } from '../../without-absent'
import { ref } from '../intrinsics'
import { executeApiArn, functionUri } from '../lambda-arns'
import { isAlphanumeric } from '../logical-id'
import { ownMember } from '../mutable-json'
import { addMade, refuse, reportUnknown, type SamContext } from '../sam-context'
import type { WebSocketAuth } from './websocket-auth'

/** What a stage without a name is called; `$default` is none for WebSocket APIs. */
export const DEFAULT_STAGE = 'default'

const ROUTE_MEMBERS = [
  'ApiKeyRequired',
  'ModelSelectionExpression',
  'OperationName',
  'RequestModels',
  'RequestParameters',
  'RouteResponseSelectionExpression',
] as const

/** A route with what its parts are called. */
export interface WebSocketRoute {
  readonly routeKey: string
  readonly settings: JsonRecord
  readonly pointer: string
  /** "MyApiConnect", which the ids of all that the route is made of begin with. */
  readonly ids: string
}

/** `Routes` of an API; what SAM refuses is reported and left out. */
export function readWebSocketRoutes(context: SamContext, resource: TemplateResource): WebSocketRoute[] {
  const { logicalId } = resource
  const routes = ownMember(resource.properties, 'Routes')
  const pointer = `${resource.pointer}/Properties/Routes`
  if (!isRecord(routes) || Object.keys(routes).length === 0) {
    refuse(
      context,
      resource.pointer,
      `The API ${logicalId} has no routes. Give its "Routes" at least one, as in $default: { FunctionArn: ... }.`,
    )
    return []
  }
  const taken = new Set<string>()
  return Object.entries(routes).flatMap(([routeKey, settings]): WebSocketRoute[] => {
    const place = `${pointer}/${pointerSegment(routeKey)}`
    const label = `The route "${routeKey}" of ${logicalId}`
    if (!isRecord(settings) || ownMember(settings, 'FunctionArn') === undefined) {
      refuse(context, place, `${label} is left out: it needs a FunctionArn.`)
      return []
    }
    const isSpecial = ['$connect', '$disconnect', '$default'].includes(routeKey)
    if (!isSpecial && !isAlphanumeric(routeKey)) {
      refuse(
        context,
        place,
        `${label} is left out: SAM takes letters and digits only, and $connect, $disconnect and $default.`,
      )
      return []
    }
    const ids = logicalId + capitalized(routeKey.replace('$', ''))
    if (taken.has(ids)) {
      refuse(
        context,
        place,
        `${label} is left out: SAM tells routes apart by their letters, not by capitals. Rename it.`,
      )
      return []
    }
    taken.add(ids)
    reportRouteMembers(context, label, settings, place, routeKey)
    return [{ routeKey, settings, pointer: place, ids }]
  })
}

/** "onMessage" -> "Onmessage", as SAM has it. */
function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
}

function reportRouteMembers(
  context: SamContext,
  label: string,
  settings: JsonRecord,
  pointer: string,
  routeKey: string,
): void {
  const owner = label.charAt(0).toLowerCase() + label.slice(1)
  reportUnknown(context, settings, ['FunctionArn', 'IntegrationTimeout', ...ROUTE_MEMBERS], pointer, owner)
  if (ownMember(settings, 'RequestParameters') === undefined || routeKey === '$connect') return
  refuse(
    context,
    `${pointer}/RequestParameters`,
    `"RequestParameters" of ${label} is left out: SAM takes it for $connect only.`,
  )
}

/** A route, its integration, and the permission for it. */
export function addWebSocketRoute(
  context: SamContext,
  resource: TemplateResource,
  route: WebSocketRoute,
  auth: WebSocketAuth | undefined,
): void {
  const { logicalId } = resource
  const { settings, routeKey, pointer, ids } = route
  context.pointers.moved(`${pointer}/Properties`, pointer)
  const isConnect = routeKey === '$connect'
  const entries = ROUTE_MEMBERS.map((name) => [name, ownMember(settings, name)] as const)
  const own = Object.fromEntries(entries.filter(([name]) => isConnect || name !== 'RequestParameters'))
  addMade(context, {
    logicalId: `${ids}Route`,
    type: 'AWS::ApiGatewayV2::Route',
    properties: withoutAbsent({
      ApiId: ref(logicalId),
      RouteKey: routeKey,
      ...own,
      Target: { 'Fn::Join': ['/', ['integrations', ref(`${ids}Integration`)]] },
      ...(isConnect && auth?.route),
    }),
    pointer,
  })
  addMade(context, {
    logicalId: `${ids}Integration`,
    type: 'AWS::ApiGatewayV2::Integration',
    properties: withoutAbsent({
      ApiId: ref(logicalId),
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: functionUri(context, ownMember(settings, 'FunctionArn')),
      TimeoutInMillis: ownMember(settings, 'IntegrationTimeout'),
    }),
    pointer,
  })
  const stage = ownMember(resource.properties, 'StageName') ?? DEFAULT_STAGE
  addMade(context, {
    logicalId: `${ids}Permission`,
    type: 'AWS::Lambda::Permission',
    properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: ownMember(settings, 'FunctionArn'),
      Principal: 'apigateway.amazonaws.com',
      SourceArn: executeApiArn(context, ref(logicalId), `${typeof stage === 'string' ? stage : '*'}/${routeKey}`),
    },
    pointer,
  })
}
