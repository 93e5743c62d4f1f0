import { pointerTo } from '../../diagnostic'
import type { HttpApi, HttpAuthorizer } from '../http-api'
import { integrationIdOf, type V2Api } from '../v2-api'
import type { WebSocketApi, WebSocketRoute } from '../websocket-api'
import { modelParts } from './definition-parts'
import { recordNames, recordParts, type RecordSettings } from './named-parts'
import type { Labels, Sides } from './pair-items'
import { settingsSection, type Part, type Section } from './part'
import type { V2Context } from './v2-context'
import { targetSections, unusedIntegrations } from './v2-integration-parts'
import { v2StagePart } from './v2-stage-part'
import { asSet, withoutDefaults } from './without-defaults'

/** What the authorizers of two APIs are called. */
export function v2AuthorizerNames(before: V2Api, after: V2Api): Sides<Labels<string>> {
  return recordNames(before.authorizers, after.authorizers, AUTHORIZER_SETTINGS)
}

/** An HTTP or WebSocket API with everything in it. An integration is compared where routes use it: its id says nothing. */
export function v2ApiPart(api: V2Api, context: V2Context): Part {
  const { pointer } = context
  const models = api.protocolType === 'WEBSOCKET' ? (api.models ?? {}) : {}
  return {
    key: `${api.protocolType} ${context.api}`,
    api: context.api,
    subject: 'API',
    pointer,
    summary: api.protocolType,
    sections: api.protocolType === 'HTTP' ? httpApiSections(api, pointer) : webSocketApiSections(api, pointer),
    children: [
      ...Object.keys(api.routes).map((routeKey) => routePart(api, routeKey, context)),
      ...unusedIntegrations(api, pointer),
      ...recordParts(
        api.authorizers,
        { label: 'Authorizer', pointer: `${pointer}/authorizers`, names: context.authorizers },
        AUTHORIZER_SETTINGS,
      ),
      ...modelParts(models, `${pointer}/models`),
      ...Object.keys(api.stages).map((stageName) => v2StagePart(api, stageName, context)),
    ],
  }
}

function httpApiSections(api: HttpApi, pointer: string): Section[] {
  const { name, description, disableExecuteApiEndpoint, tags, corsConfiguration = {} } = api
  const own = { name, description, disableExecuteApiEndpoint, tags }
  const { allowHeaders, allowMethods, allowOrigins, exposeHeaders, ...rest } = corsConfiguration
  const lists = { allowHeaders, allowMethods, allowOrigins, exposeHeaders }
  const sets = Object.fromEntries(Object.entries(lists).map(([list, values]) => [list, asSet(values)]))
  return [
    settingsSection(pointer, own, { disableExecuteApiEndpoint: false }),
    settingsSection(
      `${pointer}/corsConfiguration`,
      { ...rest, ...sets },
      { allowCredentials: false },
      { key: 'cors', path: ['corsConfiguration'] },
    ),
  ]
}

function webSocketApiSections(api: WebSocketApi, pointer: string): Section[] {
  const { name, description, tags, routeSelectionExpression, apiKeySelectionExpression } = api
  const { disableExecuteApiEndpoint, disableSchemaValidation } = api
  const flags = { disableExecuteApiEndpoint, disableSchemaValidation }
  const own = { name, description, tags, routeSelectionExpression, apiKeySelectionExpression, ...flags }
  const defaults = {
    apiKeySelectionExpression: '$request.header.x-api-key',
    disableExecuteApiEndpoint: false,
    disableSchemaValidation: false,
  }
  return [settingsSection(pointer, own, defaults)]
}

function routePart(api: V2Api, routeKey: string, { pointer, authorizers }: V2Context): Part {
  const route: WebSocketRoute & { readonly authorizationScopes?: readonly string[] } = {
    ...api.routes[routeKey],
  } as WebSocketRoute
  const at = pointer + pointerTo(['routes', routeKey])
  const { target, authorizerId, authorizationScopes, requestParameters, routeResponses = {}, ...rest } = route
  const own = {
    ...rest,
    requestParameters,
    authorizerId: authorizerId && (authorizers.get(authorizerId) ?? authorizerId),
    authorizationScopes: asSet(authorizationScopes),
  }
  const integrationId = integrationIdOf({ ...(target !== undefined && { target }) })
  const responses = Object.entries(routeResponses).map(([key, response]) => {
    const path = ['routeResponses', key]
    return { key: path.join(' '), path, pointer: at + pointerTo(path), value: withoutDefaults(response) }
  })
  return {
    key: `route ${routeKey}`,
    subject: api.protocolType === 'WEBSOCKET' ? `Route ${routeKey}` : routeKey,
    pointer: at,
    sections: [
      settingsSection(at, own, { authorizationType: 'NONE', apiKeyRequired: false }),
      ...targetSections(api, integrationId, at, pointer),
      ...responses,
    ],
  }
}

const AUTHORIZER_SETTINGS: RecordSettings = {
  settingsOf: (thing) => {
    const { jwtConfiguration, ...rest } = thing as HttpAuthorizer
    const jwt = jwtConfiguration && { ...jwtConfiguration, audience: asSet(jwtConfiguration.audience) }
    return { ...rest, jwtConfiguration: jwt }
  },
  defaultsOf: (thing) => {
    const isJwt = (thing as HttpAuthorizer).authorizerType === 'JWT'
    const common = { enableSimpleResponses: false, authorizerResultTtlInSeconds: 0 }
    return isJwt ? { ...common, identitySource: ['$request.header.Authorization'] } : common
  },
}
