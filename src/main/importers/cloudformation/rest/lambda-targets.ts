import type { Api } from '@shared/design/api'
import type { HttpApi } from '@shared/design/http-api'
import type { RestApi } from '@shared/design/rest-api'
import { integrationIdOf } from '@shared/design/v2-api'
import type { WebSocketApi } from '@shared/design/websocket-api'

/** A function that an API invokes on its own behalf, without a role that would let it. */
export interface LambdaTarget {
  readonly functionName: string
  /** An alias or a version. */
  readonly qualifier: string | undefined
  /** "GET /orders", "authorizer Admins". */
  readonly by: string
  /**
   * What the end of the caller's ARN can be, as in "a1b2c3d4e5/prod/GET/orders"; of an authorizer, whose id a design does not have, the
   * beginning "a1b2c3d4e5/authorizers/". Source: rest-api.md 18 rule 6.
   */
  readonly callers: readonly string[]
  readonly isAuthorizer: boolean
}

export function lambdaTargetsOf(api: Api): LambdaTarget[] {
  const stages = Object.keys(api.stages).length > 0 ? Object.keys(api.stages) : ['*']
  if (api.protocolType === 'REST') return restTargets(api, stages)
  return api.protocolType === 'HTTP' ? httpTargets(api, stages) : webSocketTargets(api, stages)
}

function restTargets(api: RestApi, stages: readonly string[]): LambdaTarget[] {
  const methods = Object.entries(api.resources).flatMap(([path, resource]) =>
    Object.entries(resource.methods).flatMap(([verb, { integration }]) => {
      if (integration?.credentials !== undefined) return []
      return target(integration?.uri, `${verb} ${path}`, callersOf(api.id, stages, verb, path))
    }),
  )
  const authorizers = Object.entries(api.authorizers).flatMap(([name, authorizer]) =>
    authorizer.authorizerCredentials === undefined ? authorizerTarget(api, name, authorizer.authorizerUri) : [],
  )
  return [...methods, ...authorizers]
}

function httpTargets(api: HttpApi, stages: readonly string[]): LambdaTarget[] {
  const routes = Object.entries(api.routes).flatMap(([routeKey, route]) => {
    const integration = integrationAt(api.integrations, integrationIdOf(route))
    if (integration?.integrationType !== 'AWS_PROXY' || integration.credentialsArn !== undefined) return []
    const [verb = '', path] = routeKey.split(' ')
    const callers =
      path === undefined
        ? stages.map((stage) => `${api.id}/${stage}/${routeKey}`)
        : callersOf(api.id, stages, verb, path)
    return target(integration.integrationUri, routeKey, callers)
  })
  const authorizers = Object.entries(api.authorizers).flatMap(([name, { authorizerUri }]) =>
    authorizerTarget(api, name, authorizerUri),
  )
  return [...routes, ...authorizers]
}

function webSocketTargets(api: WebSocketApi, stages: readonly string[]): LambdaTarget[] {
  const routes = Object.entries(api.routes).flatMap(([routeKey, route]) => {
    const integration = integrationAt(api.integrations, integrationIdOf(route))
    if (!integration || integration.credentialsArn !== undefined) return []
    return target(
      integration.integrationUri,
      routeKey,
      stages.map((stage) => `${api.id}/${stage}/${routeKey}`),
    )
  })
  const authorizers = Object.entries(api.authorizers).flatMap(([name, authorizer]) =>
    authorizer.authorizerCredentialsArn === undefined ? authorizerTarget(api, name, authorizer.authorizerUri) : [],
  )
  return [...routes, ...authorizers]
}

function integrationAt<Integration>(
  integrations: Readonly<Record<string, Integration>>,
  id: string | undefined,
): Integration | undefined {
  return id !== undefined && Object.hasOwn(integrations, id) ? integrations[id] : undefined
}

/** A method for any verb is called as each of them. */
function callersOf(apiId: string, stages: readonly string[], verb: string, path: string): string[] {
  const verbs = verb === 'ANY' ? ['ANY', 'GET', '*'] : [verb]
  return stages.flatMap((stage) => verbs.map((each) => `${apiId}/${stage}/${each}${path}`))
}

function authorizerTarget(api: Api, name: string, uri: string | undefined): LambdaTarget[] {
  return target(uri, `authorizer ${name}`, [`${api.id}/authorizers/`], true)
}

/** Nothing for what is no function, or one that only a stage variable names. */
function target(uri: string | undefined, by: string, callers: readonly string[], isAuthorizer = false): LambdaTarget[] {
  const [, functionName, qualifier] = FUNCTION.exec(uri ?? '') ?? []
  return functionName === undefined ? [] : [{ functionName, qualifier, by, callers, isAuthorizer }]
}

const FUNCTION = /:lambda:[^:/]*:[^:/]*:function:([\w-]+)(?::([\w$-]+))?(?:\/|$)/
