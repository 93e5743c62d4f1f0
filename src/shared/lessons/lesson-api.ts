import type { Authorizer } from '../design/authorizer'
import { definitionOf } from '../design/definition-of'
import type { Design } from '../design/design'
import type { Integration } from '../design/integration'
import { isVerb, type Method } from '../design/method'
import type { MethodSetting } from '../design/method-settings'
import { methodSettingKey } from '../design/method-settings'
import type { Model } from '../design/model'
import { emptyDesign } from '../design/new-design'
import type { RequestValidator } from '../design/request-validator'
import type { Resource, RestApi } from '../design/rest-api'
import type { Stage } from '../design/stage'

/** The API of every lesson, and its one stage. */
export const LESSON_API = 'lessonapi1'
export const LESSON_STAGE = 'prod'

const DEPLOYMENT = 'lesson'

/** What a lesson says of a route; all else is as usual: open, no key, proxied over HTTP. */
export interface LessonRoute {
  readonly method?: Partial<Method>
  readonly integration?: Partial<Integration>
  readonly setting?: MethodSetting
}

export interface LessonParts {
  /** By routeKey: "GET /orders". */
  readonly routes: { readonly [routeKey: string]: LessonRoute }
  readonly stage?: Partial<Stage>
  readonly authorizers?: { readonly [authorizerId: string]: Authorizer }
  readonly models?: { readonly [name: string]: Model }
  readonly requestValidators?: { readonly [id: string]: RequestValidator }
  /** Members of the design that the lesson is about: account, plans, keys, assumptions. */
  readonly design?: Partial<Design>
}

/** A design with one REST API of these parts, deployed to one stage. */
export function lessonDesign(name: string, parts: LessonParts): Design {
  const { routes, authorizers = {}, models = {}, requestValidators = {} } = parts
  const api: RestApi = {
    protocolType: 'REST',
    id: LESSON_API,
    name,
    endpointConfiguration: { types: ['REGIONAL'] },
    apiKeySource: 'HEADER',
    resources: resourcesOf(routes),
    authorizers,
    models,
    requestValidators,
    gatewayResponses: {},
    stages: { [LESSON_STAGE]: stageOf(parts) },
    deployments: [],
  }
  const deployment = { id: DEPLOYMENT, createdDate: '2026-01-01T00:00:00Z', definition: definitionOf(api) }
  return { ...emptyDesign(name), ...parts.design, apis: [{ ...api, deployments: [deployment] }] }
}

function stageOf({ routes, stage = {} }: LessonParts): Stage {
  const settings = Object.entries(routes).flatMap(([routeKey, { setting }]) => {
    const { verb, path } = placeOf(routeKey)
    return setting === undefined ? [] : [[methodSettingKey(path, verb), setting] as const]
  })
  return {
    deploymentId: DEPLOYMENT,
    ...stage,
    methodSettings: { ...stage.methodSettings, ...Object.fromEntries(settings) },
  }
}

function resourcesOf(routes: LessonParts['routes']): RestApi['resources'] {
  const resources: { [path: string]: Resource } = {}
  for (const [routeKey, route] of Object.entries(routes)) {
    const { verb, path } = placeOf(routeKey)
    resources[path] = { methods: { ...resources[path]?.methods, [verb]: methodOf(verb, path, route) } }
  }
  return resources
}

function methodOf(verb: string, path: string, { method, integration }: LessonRoute): Method {
  return {
    authorizationType: 'NONE',
    apiKeyRequired: false,
    methodResponses: [{ statusCode: '200' }],
    ...method,
    integration: {
      type: 'HTTP_PROXY',
      httpMethod: verb,
      uri: `https://backend.example.com${path}`,
      integrationResponses: [],
      ...integration,
    },
  }
}

/** "GET /orders" -> its two halves. */
function placeOf(routeKey: string): { verb: string; path: string } {
  const [verb = '', path = ''] = routeKey.split(' ')
  return { verb: isVerb(verb) ? verb : 'GET', path }
}
