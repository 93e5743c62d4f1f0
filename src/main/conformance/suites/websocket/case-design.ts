import type { Design } from '@shared/design/design'
import type { JsonSchema } from '@shared/design/model'
import { emptyDesign } from '@shared/design/new-design'
import type { WebSocketApi, WebSocketIntegration, WebSocketRoute } from '@shared/design/websocket-api'
import { behaviourOf, membersOf, type Behaviour, type WebSocketCase } from './websocket-case'

/** A design that a vector can be played on, and the functions in it by their name. */
export interface CaseDesign {
  readonly design: Design
  readonly functions: ReadonlyMap<string, Behaviour>
}

export const API_ID = 'a1b2c3d4e5'
export const API_KEY = 'abcdefghijklmnopqrst'

const OK: Behaviour = { kind: 'returns', results: [{ statusCode: 200 }] }

/** What the vector says, and a `$connect` and `$disconnect` that record their events where it speaks of events. */
export function caseDesign({ area, given }: WebSocketCase): CaseDesign {
  const functions = new Map<string, Behaviour>()
  const routes: Record<string, WebSocketRoute> = {}
  const connect = behaviourOf(given, 'connectLambda') ?? (isAboutEvents(area) ? OK : null)
  if (connect !== null && given['connectRoute'] !== null) {
    functions.set('connect', connect)
    routes['$connect'] = { target: 'connect' }
  }
  const authorizer = given['authorizer'] === undefined ? null : membersOf(given['authorizer'])
  if (authorizer !== null || area === 'authorizer-event') {
    functions.set(
      'authorizer',
      (authorizer && behaviourOf(authorizer, 'lambda')) ?? behaviourOf(given, 'authorizerLambda') ?? ALLOW,
    )
    routes['$connect'] = { ...routes['$connect'], authorizationType: 'CUSTOM', authorizerId: 'auth' }
  }
  if (given['apiKey'] !== undefined) routes['$connect'] = { ...routes['$connect'], apiKeyRequired: true }
  for (const key of routeKeysOf(given)) routes[key] = messageRoute(given, key, functions)
  if (isAboutEvents(area)) {
    functions.set('disconnect', OK)
    routes['$disconnect'] = { target: 'disconnect' }
    functions.set('message', functions.get('message') ?? OK)
    routes['$default'] ??= { target: 'message' }
  }
  const api = apiOf(given, routes, functions)
  return { design: designOf(api, given), functions }
}

const ALLOW: Behaviour = {
  kind: 'returns',
  results: [
    {
      principalId: 'user',
      policyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'execute-api:Invoke', Resource: '*' }],
      },
    },
  ],
}

function isAboutEvents(area: string): boolean {
  return area.includes('event') || area === 'connections-api'
}

/** Those of messages. Limits are about messages that nothing is done with. */
function routeKeysOf(given: WebSocketCase['given']): string[] {
  const { route, routes } = given
  const keys = [...(Array.isArray(routes) ? routes : []), ...(typeof route === 'string' ? [route] : [])]
  const own = keys.filter(
    (key): key is string => typeof key === 'string' && key !== '$connect' && key !== '$disconnect',
  )
  return own.length === 0 && given['clientSends'] !== undefined ? ['$default'] : own
}

function messageRoute(given: WebSocketCase['given'], key: string, functions: Map<string, Behaviour>): WebSocketRoute {
  const behaviour = behaviourOf(given, 'lambda')
  const target = behaviour === null ? (given['integration'] === 'AWS_PROXY' ? 'message' : 'nothing') : 'message'
  if (target === 'message') functions.set('message', behaviour ?? OK)
  const schema = given['schema'] ?? given['model']
  const isTwoWay =
    given['routeResponse'] !== undefined && given['routeResponse'] !== null && given['routeResponse'] !== false
  return {
    target,
    ...(isTwoWay && { routeResponseSelectionExpression: '$default', routeResponses: { $default: {} } }),
    ...(schema !== undefined && {
      modelSelectionExpression: String(given['modelSelectionExpression'] ?? key),
      requestModels: { $default: 'Message' },
    }),
  }
}

function apiOf(
  given: WebSocketCase['given'],
  routes: WebSocketApi['routes'],
  functions: ReadonlyMap<string, Behaviour>,
): WebSocketApi {
  const lambda = (name: string): WebSocketIntegration => ({
    integrationType: 'AWS_PROXY',
    handler: `./${name}.mjs#handler`,
    ...(functions.get(name)?.kind === 'hangs' && { fault: 'timeout', timeoutInMillis: 50 }),
  })
  const schema = given['schema'] ?? given['model']
  const sources = membersOf(given['authorizer'])['identitySource']
  return {
    protocolType: 'WEBSOCKET',
    id: API_ID,
    name: 'Case',
    routeSelectionExpression: String(given['expression'] ?? '$request.body.action'),
    routes,
    integrations: {
      ...Object.fromEntries([...functions.keys()].map((name) => [name, lambda(name)])),
      nothing: {
        integrationType: 'MOCK',
        requestTemplates: { $default: '{"statusCode":200}' },
        integrationResponses: { $default: {} },
      },
    },
    authorizers: {
      auth: {
        authorizerType: 'REQUEST',
        identitySource: Array.isArray(sources) ? sources.map(String) : [],
        handler: './authorizer.mjs#handler',
      },
    },
    ...(schema !== undefined && {
      models: { Message: { contentType: 'application/json', schema: schema as JsonSchema } },
    }),
    stages: { [stageOf(given)]: {}, other: {} },
  }
}

export function stageOf(given: WebSocketCase['given']): string {
  return typeof given['stage'] === 'string' ? given['stage'] : 'prod'
}

function designOf(api: WebSocketApi, given: WebSocketCase['given']): Design {
  const stage = stageOf(given)
  return {
    ...emptyDesign('case'),
    apis: [api],
    apiKeys: [{ id: 'key1', name: 'client', enabled: true, value: API_KEY }],
    usagePlans: [{ id: 'plan1', name: 'Plan', apiStages: [{ apiId: API_ID, stage }], keyIds: ['key1'] }],
  }
}
