import type { HeaderList } from '../../engine/mapping/header-list'
import type { ServiceRequest } from '../../engine/mapping/service-request'
import type { BackendFailure } from '../backends/backend-answer'
import { exchangeHttp, type HttpReply } from '../backends/exchange-http'
import { originTarget, queryText, requestPath } from '../backends/http-target'
import type { Call } from '../call'
import { signedHeaders, signingUser } from './sign-for-service'

/**
 * The service's request, sent to an endpoint of the person's own (`backend` of the integration). It is signed when the design has local
 * IAM users; their keys are made up, so nothing of worth leaves this computer.
 */
export async function exchangeWithEndpoint(
  call: Call,
  request: ServiceRequest,
  credentials: string | undefined,
  at: number,
  ownPorts: readonly number[],
  signal: AbortSignal,
): Promise<HttpReply | BackendFailure> {
  const target = originTarget(
    call.route.compiled.method.integration!.backend!,
    requestPath(request.path, [queryText(request.query)]),
  )
  const headers = typeof target === 'string' ? request.headers : outgoingHeaders(call, request, target, credentials, at)
  const hasBody = !['GET', 'HEAD', 'OPTIONS'].includes(request.method)
  const sent = { method: request.method, headers, body: hasBody ? request.body : null }
  return exchangeHttp(call, () => target, sent, ownPorts, signal)
}

function outgoingHeaders(
  call: Call,
  { method, headers, body, region, service }: ServiceRequest,
  { host, path }: { readonly host: string; readonly path: string },
  credentials: string | undefined,
  at: number,
): HeaderList {
  const user = signingUser(call.route.stage.design.identity?.iamUsers ?? [], credentials)
  if (user === null) return headers
  const mark = path.indexOf('?')
  const [plainPath, rawQuery] = mark === -1 ? [path, ''] : [path.slice(0, mark), path.slice(mark + 1)]
  const withHost: HeaderList = [['Host', host], ...headers]
  return signedHeaders(user, { method, path: plainPath, rawQuery, headers: withHost, body }, { region, service, at })
}
