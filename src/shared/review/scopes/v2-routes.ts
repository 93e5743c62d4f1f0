import type { Design } from '../../design/design'
import type { Path } from '../../design/checks/problem'
import { integrationIdOf, type V2Api, type V2Integration, type V2Route, type V2Stage } from '../../design/v2-api'

/** An HTTP or WebSocket API of a design, and where it is. */
export interface V2Scope {
  readonly api: V2Api
  readonly at: Path
}

/** A route, with the integration that it points to. */
export interface V2RouteScope extends V2Scope {
  readonly routeKey: string
  /** "POST"; "$default" and messages have none. */
  readonly verb: string | null
  readonly route: V2Route
  readonly integration: V2Integration | undefined
}

export interface V2IntegrationScope extends V2Scope {
  readonly integrationId: string
  readonly integration: V2Integration
}

export interface V2StageScope extends V2Scope {
  readonly stage: V2Stage
  readonly stageName: string
}

/** Every HTTP and WebSocket API, in the order of the design. */
export function v2Apis(design: Design): V2Scope[] {
  return design.apis.flatMap((api, index) => (api.protocolType === 'REST' ? [] : [{ api, at: ['apis', index] }]))
}

/** The routes of an API, each with what it points to. */
export function routesOf({ api, at }: V2Scope): V2RouteScope[] {
  return Object.entries<V2Route>(api.routes).map(([routeKey, route]) => {
    const id = integrationIdOf(route)
    const integrations: Readonly<Record<string, V2Integration>> = api.integrations
    const integration = id !== undefined && Object.hasOwn(integrations, id) ? integrations[id] : undefined
    const verb = routeKey.includes(' ') ? routeKey.slice(0, routeKey.indexOf(' ')) : null
    return { api, at: [...at, 'routes', routeKey], routeKey, verb, route, integration }
  })
}

/** Every integration, whether a route points to it or not. */
export function v2Integrations(design: Design): V2IntegrationScope[] {
  return v2Apis(design).flatMap(({ api, at }) =>
    Object.entries<V2Integration>(api.integrations).map(([integrationId, integration]) => ({
      api,
      at: [...at, 'integrations', integrationId],
      integrationId,
      integration,
    })),
  )
}

/** Every stage of these APIs. */
export function v2Stages(design: Design): V2StageScope[] {
  return v2Apis(design).flatMap(({ api, at }) =>
    Object.entries<V2Stage>(api.stages).map(([stageName, stage]) => ({
      api,
      stage,
      stageName,
      at: [...at, 'stages', stageName],
    })),
  )
}
