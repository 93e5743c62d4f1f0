import type { Cors, HttpApi } from '@shared/design/http-api'
import type { V2Api } from '@shared/design/v2-api'
import type { WebSocketApi } from '@shared/design/websocket-api'
import { apiBody } from '../api-body'
import type { ApiContext } from '../export-context'
import { addAlarms } from '../alarms'
import { addUrls } from '../outputs'
import { addPermissions } from '../permissions'
import type { TemplateObject } from '../template-document'
import { filled, properties } from '../template-functions'
import { fingerprintOf } from '../fingerprint'
import { addV2Authorizers } from './v2-authorizers'
import { addV2Integrations } from './v2-integrations'
import { addV2Models } from './v2-models'
import { addV2Routes } from './v2-routes'
import { addV2Stages } from './v2-stages'

/** Adds an HTTP or WebSocket API with everything that belongs to it. */
export function addV2Api(context: ApiContext<V2Api>): void {
  const { api, names, parts, request } = context
  const before = new Set(Object.keys(parts.resources))
  const hasBody = request.hasBody === true && api.protocolType === 'HTTP'
  const own = api.protocolType === 'HTTP' ? httpProperties(api, hasBody) : webSocketProperties(api)
  parts.resource(names.id, {
    Type: 'AWS::ApiGatewayV2::Api',
    Properties: { ...own, ...(hasBody && { Body: apiBody(context) }) },
  })
  const defined = hasBody ? EMPTY : addDefinition(context)
  const added = Object.entries(parts.resources).filter(([id]) => !before.has(id))
  addV2Stages(context, { ...defined, fingerprint: fingerprintOf(added) })
  addPermissions(context, defined.authorizers)
  addAlarms(context)
  addUrls(context)
}

interface Definition {
  readonly dependsOn: readonly string[]
  readonly routes: ReadonlyMap<string, string>
  readonly authorizers: ReadonlyMap<string, string>
}

const EMPTY: Definition = { dependsOn: [], routes: new Map(), authorizers: new Map() }

/** One resource a part. */
function addDefinition(context: ApiContext<V2Api>): Definition {
  const models = addV2Models(context)
  const authorizers = addV2Authorizers(context)
  const integrations = addV2Integrations(context)
  const routes = addV2Routes(context, { integrations: integrations.ids, authorizers, models })
  return {
    dependsOn: [...routes.ids.values(), ...integrations.responses, ...routes.responses],
    routes: routes.ids,
    authorizers,
  }
}

/** With a `Body` the document says what the API is called and its CORS. */
function httpProperties(api: HttpApi, hasBody: boolean): TemplateObject {
  const named = {
    Name: api.name,
    ProtocolType: 'HTTP',
    Description: api.description,
    CorsConfiguration: api.corsConfiguration && corsProperties(api.corsConfiguration),
    Tags: filled(api.tags),
  }
  return properties({ ...(!hasBody && named), DisableExecuteApiEndpoint: api.disableExecuteApiEndpoint })
}

function webSocketProperties(api: WebSocketApi): TemplateObject {
  return properties({
    Name: api.name,
    ProtocolType: 'WEBSOCKET',
    Description: api.description,
    RouteSelectionExpression: api.routeSelectionExpression,
    ApiKeySelectionExpression: api.apiKeySelectionExpression,
    DisableSchemaValidation: api.disableSchemaValidation,
    DisableExecuteApiEndpoint: api.disableExecuteApiEndpoint,
    Tags: filled(api.tags),
  })
}

function corsProperties(cors: Cors): TemplateObject {
  return properties({
    AllowCredentials: cors.allowCredentials,
    AllowHeaders: cors.allowHeaders,
    AllowMethods: cors.allowMethods,
    AllowOrigins: cors.allowOrigins,
    ExposeHeaders: cors.exposeHeaders,
    MaxAge: cors.maxAge,
  })
}
