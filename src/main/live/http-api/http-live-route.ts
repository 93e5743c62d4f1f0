import type { Design } from '@shared/design/design'
import type { HttpApi, HttpAuthorizer, HttpIntegration } from '@shared/design/http-api'
import type { HttpStageView } from '../../engine/compile/api-stage-view'
import type { ParameterChange } from '../../engine/http-api/header-changes'
import type { HttpIdentitySource } from '../../engine/http-api/http-identity-source'
import type { HttpRouter } from '../../engine/http-api/http-router'
import type { ResponseMappings } from '../../engine/http-api/map-http-response'
import type { MappingValue } from '../../engine/http-api/mapping-value'
import type { HttpCompiledRoute } from '../../engine/runtime'

/** One HTTP API with the stages of it that are served. */
export interface HttpLiveApi {
  readonly api: HttpApi
  readonly stages: ReadonlyMap<string, RoutedHttpStage>
}

/** A stage with the way to its routes. */
export interface RoutedHttpStage {
  readonly stage: HttpLiveStage
  readonly router: HttpRouter<HttpLiveRoute>
}

/** One stage as the live host knows it. */
export interface HttpLiveStage {
  /** In the runtime. */
  readonly index: number
  readonly design: Design
  readonly view: HttpStageView
  readonly variables: Readonly<Record<string, string>>
}

/** One route as the live host knows it: everything about it that is dear to find out, found out once. */
export interface HttpLiveRoute {
  /** In the runtime. */
  readonly index: number
  readonly stage: HttpLiveStage
  readonly compiled: HttpCompiledRoute
  readonly authorization: HttpAuthorization
  /** Null where the route has none that exists; such a route is `unsupported`. */
  readonly backend: HttpBackend | null
  /** What keeps this route from being answered at all, as a line for the log; null when nothing does. */
  readonly unsupported: string | null
}

/** How a route finds out who calls. */
export type HttpAuthorization =
  | { readonly kind: 'none' }
  | { readonly kind: 'iam' }
  | {
      readonly kind: 'jwt'
      readonly id: string
      /** Null for a text that names no source: no request then has a token. */
      readonly source: HttpIdentitySource | null
      readonly issuer: string
      readonly audience: readonly string[]
      readonly scopes: readonly string[]
    }
  | FunctionAuthorization

export interface FunctionAuthorization {
  readonly kind: 'function'
  readonly id: string
  /** In the runtime. */
  readonly index: number
  readonly settings: HttpAuthorizer
  readonly sources: readonly HttpIdentitySource[]
  readonly keepsResults: boolean
}

/** What answers a route, with its mappings compiled. */
export interface HttpBackend {
  readonly kind: 'lambda' | 'http' | 'service'
  readonly integration: HttpIntegration
  /** Of `requestParameters`: changes of the request; for a service its parameters by name. */
  readonly requestChanges: readonly ParameterChange[]
  readonly serviceParameters: readonly (readonly [name: string, value: MappingValue])[]
  readonly responseMappings: ResponseMappings
}

/** "GET /pets of "Pets", stage $default": how lines for the log name a route. */
export function nameOfHttpRoute({ compiled, stage }: HttpLiveRoute): string {
  return `${compiled.routeKey} of "${stage.view.api.name}", stage ${stage.view.stage}`
}
