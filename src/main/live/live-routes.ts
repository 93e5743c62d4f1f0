import type { Design } from '@shared/design/design'
import { idFrom } from '@shared/design/id-from'
import { LIMITS } from '@shared/limits'
import { compileIdentityReader } from '../engine/authorizers/identity-source'
import { sharesCacheEntries } from '../engine/canary'
import { stageViews } from '../engine/compile/stage-view'
import { RestRouter } from '../engine/router/rest-router'
import { ABSENT } from '../engine/flight'
import type { RestCompiledRoute, Runtime } from '../engine/runtime'
import { compileRequestValidation } from '../engine/validation/request-validator'
import { isConstantMock, KeptMock } from './backends/kept-mock'
import { callerCheckOf } from './callers/caller-check'
import type { LiveAuthorizer, LiveRoute } from './live-route'
import type { LiveStage } from './live-stage'

/** A stage with the way to its routes. */
export interface RoutedStage {
  readonly stage: LiveStage
  readonly router: RestRouter<LiveRoute>
}

/** What the live host knows of a runtime's stages of REST APIs. */
export function routedStages(design: Design, runtime: Runtime): RoutedStage[] {
  return runtime.names.stages.flatMap((ref, index) => {
    const view = stageViews(design, ref, 'DEPLOYED').find(({ isCanary }) => isCanary === ref.isCanary)
    if (view === undefined) return []
    const sharesEntries = ref.isCanary === true && sharesCacheEntries(view.api.stages[view.stage]!)
    // The stage stands right before its canary.
    const cacheIndex = sharesEntries ? index - 1 : index
    const stage: LiveStage = { index, design, view, variables: view.settings.variables ?? {}, cacheIndex }
    const routes = runtime.names.routes.flatMap((compiled, at) =>
      runtime.stageOf[at] === index && compiled.protocolType === 'REST'
        ? [liveRoute(runtime, stage, compiled, at)]
        : [],
    )
    const router = new RestRouter(
      routes.map((value) => ({ path: value.compiled.path, verb: value.compiled.verb, value })),
    )
    return [{ stage, router }]
  })
}

function liveRoute(runtime: Runtime, stage: LiveStage, compiled: RestCompiledRoute, index: number): LiveRoute {
  return {
    index,
    stage,
    compiled,
    resourceId: idFrom(`resource ${compiled.apiId} ${compiled.path}`, 6),
    validation: compileRequestValidation(stage.view.definition, compiled.method, compiled.path),
    authorizer: liveAuthorizer(runtime, stage, index),
    keptMock: keptMockOf(compiled),
    callerCheck: callerCheckOf(stage.view, compiled),
    unsupported: unsupportedPart(stage, compiled),
  }
}

function keptMockOf({ method }: RestCompiledRoute): KeptMock | null {
  return method.integration !== undefined && isConstantMock(method.integration) ? new KeptMock() : null
}

function liveAuthorizer(runtime: Runtime, stage: LiveStage, route: number): LiveAuthorizer | null {
  const index = runtime.authorizerOf[route]!
  if (index === ABSENT || runtime.asksFunction[route] === 0) return null
  const id = runtime.names.authorizers[index]!.authorizerId
  const settings = stage.view.definition.authorizers[id]!
  const reader = compileIdentityReader(settings)
  const seconds = settings.authorizerResultTtlInSeconds ?? LIMITS.authorizerTtlDefault.value
  // Without an identity source all callers would share one result.
  return { id, index, settings, reader, keepsResults: seconds > 0 && reader.sources.length > 0 }
}

/** What this release cannot run on a route; such a route is never answered as if it could. */
function unsupportedPart({ view }: LiveStage, { method }: RestCompiledRoute): string | null {
  const { authorizationType, authorizerId, integration } = method
  if (authorizationType === 'CUSTOM' || authorizationType === 'COGNITO_USER_POOLS') {
    const authorizer = view.definition.authorizers[authorizerId ?? '']
    if (authorizer === undefined) return `its authorizer "${authorizerId ?? ''}" does not exist`
    const fitting = authorizer.type === 'COGNITO_USER_POOLS' ? 'COGNITO_USER_POOLS' : 'CUSTOM'
    if (authorizationType !== fitting) {
      return `its authorizer "${authorizerId}" is of the type ${authorizer.type}, which ${authorizationType} does not take`
    }
  }
  if (integration === undefined) return 'it has no integration'
  return null
}
