import type { Design } from '@shared/design/design'
import type { HttpApi, HttpIntegration } from '@shared/design/http-api'
import { integrationIdOf } from '@shared/design/v2-api'
import { apiStageViews, isHttpView, type HttpStageView } from '../../engine/compile/api-stage-view'
import { httpAuthorizerOf } from '../../engine/compile/http-route-traits'
import { compileChanges } from '../../engine/http-api/header-changes'
import { parseHttpIdentitySource } from '../../engine/http-api/http-identity-source'
import { HttpRouter } from '../../engine/http-api/http-router'
import { compileResponseMappings } from '../../engine/http-api/map-http-response'
import { compileMappingValue } from '../../engine/http-api/mapping-value'
import type { HttpCompiledRoute, Runtime } from '../../engine/runtime'
import type {
  HttpAuthorization,
  HttpBackend,
  HttpLiveApi,
  HttpLiveRoute,
  HttpLiveStage,
  RoutedHttpStage,
} from './http-live-route'

/** What the live host knows of a runtime's HTTP APIs, by their ids. */
export function httpLiveApis(design: Design, runtime: Runtime): ReadonlyMap<string, HttpLiveApi> {
  const apis = new Map<string, { readonly api: HttpApi; readonly stages: Map<string, RoutedHttpStage> }>()
  runtime.names.stages.forEach((ref, index) => {
    const view = apiStageViews(design, ref, 'DEPLOYED').find(isHttpView)
    if (view === undefined) return
    const known = apis.get(view.apiId) ?? { api: view.api, stages: new Map<string, RoutedHttpStage>() }
    apis.set(view.apiId, known)
    known.stages.set(view.stage, routedStage(design, runtime, view, index))
  })
  return apis
}

function routedStage(design: Design, runtime: Runtime, view: HttpStageView, index: number): RoutedHttpStage {
  const stage: HttpLiveStage = { index, design, view, variables: view.settings.stageVariables ?? {} }
  const routes = runtime.names.routes.flatMap((compiled, at) =>
    runtime.stageOf[at] === index && compiled.protocolType === 'HTTP'
      ? [{ routeKey: compiled.routeKey, value: liveRoute(runtime, stage, compiled, at) }]
      : [],
  )
  return { stage, router: new HttpRouter(routes) }
}

function liveRoute(runtime: Runtime, stage: HttpLiveStage, compiled: HttpCompiledRoute, index: number): HttpLiveRoute {
  const { api } = stage.view
  const integrationId = integrationIdOf(compiled.route)
  const integration =
    integrationId !== undefined && Object.hasOwn(api.integrations, integrationId)
      ? api.integrations[integrationId]
      : undefined
  const authorization = authorizationOf(runtime, api, compiled, index)
  return {
    index,
    stage,
    compiled,
    authorization: typeof authorization === 'string' ? { kind: 'none' } : authorization,
    backend: integration === undefined ? null : backendOf(integration),
    unsupported: typeof authorization === 'string' ? authorization : targetProblem(integrationId, integration),
  }
}

/** A text says why nobody can be let in. */
function authorizationOf(
  runtime: Runtime,
  api: HttpApi,
  { route }: HttpCompiledRoute,
  index: number,
): HttpAuthorization | string {
  if (route.authorizationType === 'NONE') return { kind: 'none' }
  if (route.authorizationType === 'AWS_IAM') return { kind: 'iam' }
  const authorizer = httpAuthorizerOf(api, route)
  if (authorizer === undefined) {
    return `its authorizer "${route.authorizerId ?? ''}" does not exist, or is none that ${route.authorizationType} takes`
  }
  const { id, settings } = authorizer
  const sources = settings.identitySource.map(parseHttpIdentitySource)
  if (!authorizer.isFunction) {
    const { issuer, audience } = settings.jwtConfiguration ?? { issuer: '', audience: [] }
    return { kind: 'jwt', id, source: sources[0] ?? null, issuer, audience, scopes: route.authorizationScopes ?? [] }
  }
  const readable = sources.filter((source) => source !== null)
  if (readable.length < sources.length) {
    const forms = '$request.header.NAME, $request.querystring.NAME, $context.NAME, $stageVariables.NAME'
    return `its authorizer "${id}" has an identity source that is none of ${forms}`
  }
  // Without an identity source all callers would share one result.
  const keepsResults = runtime.authorizerTtl[index]! > 0 && readable.length > 0
  return { kind: 'function', id, index: runtime.authorizerOf[index]!, settings, sources: readable, keepsResults }
}

function targetProblem(integrationId: string | undefined, integration: HttpIntegration | undefined): string | null {
  if (integration !== undefined) return null
  return integrationId === undefined ? 'it has no integration' : `its integration "${integrationId}" does not exist`
}

function backendOf(integration: HttpIntegration): HttpBackend {
  const { integrationSubtype, integrationType, requestParameters, responseParameters } = integration
  const kind = integrationSubtype !== undefined ? 'service' : integrationType === 'AWS_PROXY' ? 'lambda' : 'http'
  const entries = Object.entries(requestParameters ?? {})
  return {
    kind,
    integration,
    requestChanges: kind === 'service' ? [] : compileChanges(requestParameters),
    serviceParameters:
      kind === 'service' ? entries.map(([name, text]) => [name, compileMappingValue(text)] as const) : [],
    responseMappings: compileResponseMappings(responseParameters),
  }
}
