import type { HttpRoute } from '@shared/design/http-api'
import { integrationIdOf, type V2Api } from '@shared/design/v2-api'
import type { WebSocketParameter, WebSocketRoute, WebSocketRouteResponse } from '@shared/design/websocket-api'
import { pointerTo } from '@shared/diagnostic'
import { partId, type ApiContext } from '../export-context'
import { pascalCase } from '../logical-id'
import type { TemplateObject } from '../template-document'
import { join, properties, ref, some } from '../template-functions'

/** What routes refer to: logical ids by ids and names in the design. */
export interface RouteReferences {
  readonly integrations: ReadonlyMap<string, string>
  readonly authorizers: ReadonlyMap<string, string>
  readonly models: ReadonlyMap<string, string>
}

/** What an API's routes are in the template. */
export interface AddedRoutes {
  /** Logical ids by route key. */
  readonly ids: ReadonlyMap<string, string>
  /** Logical ids of route responses. */
  readonly responses: readonly string[]
}

/** Adds the routes with their responses. */
export function addV2Routes(context: ApiContext<V2Api>, references: RouteReferences): AddedRoutes {
  const ids = new Map<string, string>()
  const responses: string[] = []
  for (const [routeKey, route] of Object.entries<HttpRoute | WebSocketRoute>(context.api.routes)) {
    const id = routeLogicalId(context, routeKey)
    ids.set(routeKey, id)
    addRoute(context, { id, routeKey, route }, references)
    responses.push(...addResponses(context, id, 'routeResponses' in route ? route.routeResponses : undefined))
  }
  return { ids, responses }
}

/** "GET /items/{id}" -> "ItemsIdGetRoute", "$connect" -> "ConnectRoute". */
function routeLogicalId(context: ApiContext<V2Api>, routeKey: string): string {
  const [, verb = '', path = routeKey] = (context.api.protocolType === 'HTTP' && /^([A-Z]+) (.*)$/.exec(routeKey)) || []
  const words = path === '/' ? 'Root' : pascalCase(path)
  return partId(context, `${words}${pascalCase(verb.toLowerCase())}Route`, `route ${routeKey}`)
}

/** What only routes of WebSocket APIs have; a route of an HTTP API has none of it. */
type MessageRoute = Omit<WebSocketRoute, 'authorizationType'>

interface NamedRoute {
  readonly id: string
  readonly routeKey: string
  readonly route: HttpRoute | WebSocketRoute
}

function addRoute(context: ApiContext<V2Api>, { id, routeKey, route }: NamedRoute, references: RouteReferences): void {
  const { names, parts } = context
  const integrationId = integrationIdOf(route)
  const integration = integrationId === undefined ? undefined : references.integrations.get(integrationId)
  const authorizer = route.authorizerId === undefined ? undefined : references.authorizers.get(route.authorizerId)
  reportRoute(context, routeKey, route, integration !== undefined)
  const waits = new Set(modelNames(route).flatMap((name) => references.models.get(name) ?? []))
  parts.resource(id, {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ...properties({
        ApiId: names.ref,
        RouteKey: routeKey,
        OperationName: route.operationName,
        Target: integration && join('/', ['integrations', ref(integration)]),
        AuthorizationType: route.authorizationType,
        AuthorizerId: authorizer && ref(authorizer),
      }),
      ...httpProperties(route),
      ...webSocketProperties(route),
    },
    // Models are named by their names, which no function of a template leads to.
    ...(waits.size > 0 && { DependsOn: [...waits] }),
  })
}

function httpProperties(route: HttpRoute | WebSocketRoute): TemplateObject {
  return 'authorizationScopes' in route ? properties({ AuthorizationScopes: some(route.authorizationScopes) }) : {}
}

function webSocketProperties(route: MessageRoute): TemplateObject {
  return properties({
    ApiKeyRequired: route.apiKeyRequired,
    ModelSelectionExpression: route.modelSelectionExpression,
    RequestModels: route.requestModels,
    RequestParameters: route.requestParameters && constraints(route.requestParameters),
    RouteResponseSelectionExpression: route.routeResponseSelectionExpression,
  })
}

function constraints(parameters: Readonly<Record<string, WebSocketParameter>>): TemplateObject {
  return Object.fromEntries(Object.entries(parameters).map(([name, { required }]) => [name, { Required: required }]))
}

function modelNames(route: MessageRoute): string[] {
  const responses = Object.values(route.routeResponses ?? {}).map(({ responseModels }) => responseModels ?? {})
  return [route.requestModels ?? {}, ...responses].flatMap((models) => Object.values(models))
}

function addResponses(
  { names, parts }: ApiContext<V2Api>,
  routeId: string,
  responses: Readonly<Record<string, WebSocketRouteResponse>> | undefined,
): string[] {
  return Object.entries(responses ?? {}).map(([key, response]) => {
    const id = parts.idFor(`${routeId}${pascalCase(key)}Response`, `${routeId} response ${key}`)
    parts.resource(id, {
      Type: 'AWS::ApiGatewayV2::RouteResponse',
      Properties: properties({
        ApiId: names.ref,
        RouteId: ref(routeId),
        RouteResponseKey: key,
        ModelSelectionExpression: response.modelSelectionExpression,
        ResponseModels: response.responseModels,
        ResponseParameters: response.responseParameters && constraints(response.responseParameters),
      }),
    })
    return id
  })
}

function reportRoute(
  { api, names, parts }: ApiContext<V2Api>,
  routeKey: string,
  route: HttpRoute | WebSocketRoute,
  hasIntegration: boolean,
): void {
  if (route.target === undefined || hasIntegration) return
  const message = `${api.name}, ${routeKey}: the integration ${route.target} does not exist. The route is exported without a target.`
  parts.report('export/not-carried', 'warning', names.pointer + pointerTo(['routes', routeKey, 'target']), message)
}
