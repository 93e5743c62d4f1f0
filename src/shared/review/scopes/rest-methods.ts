import type { Design } from '../../design/design'
import type { Path } from '../../design/checks/problem'
import type { RestApi } from '../../design/rest-api'
import { restRoutes, type RestRoute } from '../../design/route-key'
import type { Stage } from '../../design/stage'

/** A REST API of a design, and where it is. */
export interface RestScope {
  readonly api: RestApi
  readonly at: Path
}

/** A method of a REST API, and where it is. */
export interface RestMethodScope extends RestScope, RestRoute {}

/** A stage of a REST API, and where it is. */
export interface RestStageScope extends RestScope {
  readonly stage: Stage
  readonly stageName: string
}

export function restApis(design: Design): RestScope[] {
  return design.apis.flatMap((api, index) => (api.protocolType === 'REST' ? [{ api, at: ['apis', index] }] : []))
}

export function methodsOf({ api, at }: RestScope): RestMethodScope[] {
  return restRoutes(api).map((route) => ({
    ...route,
    api,
    at: [...at, 'resources', route.path, 'methods', route.verb],
  }))
}

export function restMethods(design: Design): RestMethodScope[] {
  return restApis(design).flatMap(methodsOf)
}

export function restStages(design: Design): RestStageScope[] {
  return restApis(design).flatMap(({ api, at }) =>
    Object.entries(api.stages).map(([stageName, stage]) => ({
      api,
      stage,
      stageName,
      at: [...at, 'stages', stageName],
    })),
  )
}
