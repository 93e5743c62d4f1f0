import { addRoute } from '@shared/design/edits/add-route'
import { updateIntegration } from '@shared/design/edits/update-integration'
import type { Design } from '@shared/design/design'
import type { HttpApi, HttpIntegration } from '@shared/design/http-api'
import type { Integration } from '@shared/design/integration'
import { emptyDesign, newRestApi } from '@shared/design/new-design'

/** What answers a route of a bench: another server, or a function of the folder. */
export type BenchBackend = { readonly kind: 'proxy'; readonly url: string } | { readonly kind: 'function' }

/** The one path that a bench calls. */
export const BENCH_PATH = '/hello'
export const BENCH_HANDLER = './hello.mjs#hello'

// Wide enough that nothing is throttled while buckets are looked at all the same.
const ACCOUNT = { throttleSettings: { rateLimit: 1_000_000, burstLimit: 1_000_000 } }

/** A REST API with one proxy route. */
export function restProxyDesign(backend: BenchBackend): Design {
  const api = { ...newRestApi('Bench'), stages: {} }
  const empty: Design = { ...emptyDesign('bench'), account: ACCOUNT, apis: [api] }
  const routed = addRoute(empty, api.id, BENCH_PATH, 'GET')
  const integration: Partial<Integration> =
    backend.kind === 'function'
      ? { type: 'AWS_PROXY', handler: BENCH_HANDLER }
      : { type: 'HTTP_PROXY', httpMethod: 'GET', uri: backend.url }
  return updateIntegration(routed, api.id, BENCH_PATH, 'GET', integration)
}

/** An HTTP API with one route. */
export function httpDesign(backend: BenchBackend): Design {
  const integration: HttpIntegration =
    backend.kind === 'function'
      ? { integrationType: 'AWS_PROXY', payloadFormatVersion: '2.0', handler: BENCH_HANDLER }
      : { integrationType: 'HTTP_PROXY', integrationMethod: 'GET', integrationUri: backend.url }
  const api: HttpApi = {
    protocolType: 'HTTP',
    id: 'benchhttp1',
    name: 'Bench',
    routes: { [`GET ${BENCH_PATH}`]: { authorizationType: 'NONE', target: 'hello' } },
    integrations: { hello: integration },
    authorizers: {},
    stages: { bench: { autoDeploy: true } },
  }
  return { ...emptyDesign('bench'), account: ACCOUNT, apis: [api] }
}
