import type { Design } from '@shared/design/design'
import type { HttpApi, HttpIntegration, HttpRoute } from '@shared/design/http-api'
import { emptyDesign } from '@shared/design/new-design'

/** Id of the one API of an `httpDesign`. */
export const HTTP_API = 'http000001'

/** A route with its integration. */
export interface SampleRoute extends Partial<HttpRoute> {
  readonly integration?: HttpIntegration
}

/** What a test cares about; everything else is plain. */
export interface HttpSampleParts {
  readonly routes: { readonly [routeKey: string]: SampleRoute }
  readonly api?: Partial<HttpApi>
  readonly design?: Partial<Design>
}

/** Test data: one HTTP API with the stage `$default`. */
export function httpDesign({ routes, api, design }: HttpSampleParts): Design {
  const entries = Object.entries(routes)
  const http: HttpApi = {
    protocolType: 'HTTP',
    id: HTTP_API,
    name: 'Sample',
    routes: Object.fromEntries(
      entries.map(([routeKey, { integration, ...route }], index) => [
        routeKey,
        { authorizationType: 'NONE', ...(integration && { target: `i${index}` }), ...route },
      ]),
    ),
    integrations: Object.fromEntries(
      entries.flatMap(([, { integration }], index) => (integration ? [[`i${index}`, integration] as const] : [])),
    ),
    authorizers: {},
    stages: { $default: { autoDeploy: true } },
    ...api,
  }
  return { ...emptyDesign('sample'), apis: [http], ...design }
}

/** AWS_PROXY with a handler of its own, format 2.0. */
export function lambda(handler: string, more: Partial<HttpIntegration> = {}): HttpIntegration {
  return { integrationType: 'AWS_PROXY', payloadFormatVersion: '2.0', handler, ...more }
}

/** HTTP_PROXY with the client's method. */
export function httpProxy(integrationUri: string, more: Partial<HttpIntegration> = {}): HttpIntegration {
  return { integrationType: 'HTTP_PROXY', integrationMethod: 'ANY', integrationUri, ...more }
}

/** What a backend of a test got. */
export interface BackendRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}
