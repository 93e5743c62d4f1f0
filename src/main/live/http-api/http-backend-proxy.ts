import type { HttpIntegration } from '@shared/design/http-api'
import { httpProxyHeaders, httpProxyTarget, withoutHopByHop } from '../../engine/http-api/http-proxy-request'
import type { HttpRequestFacts } from '../../engine/http-api/http-request-facts'
import { playHttpFault } from '../backends/play-fault'
import { randomFromPool } from '../request/random-pool'
import { backendFailure, type HttpBackendResult, type HttpCall } from './http-call'
import { nameOfHttpRoute } from './http-live-route'
import { sendToOrigin, type OriginReply } from './send-to-origin'

/**
 * HTTP_PROXY, public or private: the request goes on as its parameter mapping left it, and the answer comes back as it is.
 * Source: http-api.md 8.3 and 8.7: 503 where the backend cannot be reached.
 */
export async function callHttpBackend(
  call: HttpCall,
  integration: HttpIntegration,
  mapped: HttpRequestFacts,
  ownPorts: readonly number[],
  signal: AbortSignal,
): Promise<HttpBackendResult> {
  const reply =
    integration.fault === undefined
      ? await exchange(call, integration, mapped, ownPorts, signal)
      : await playFault(integration.fault, signal)
  const name = nameOfHttpRoute(call.route)
  if (reply.kind === 'unreachable') return backendFailure(503, `${name}: ${reply.problem}`)
  if (reply.kind === 'refused') return backendFailure(500, `${name}: ${reply.problem}`)
  const { status, headers, body } = reply
  return { kind: 'response', answer: { status, headers: withoutHopByHop(headers), body } }
}

function exchange(
  { facts }: HttpCall,
  integration: HttpIntegration,
  mapped: HttpRequestFacts,
  ownPorts: readonly number[],
  signal: AbortSignal,
): Promise<OriginReply> {
  const target = httpProxyTarget(integration, mapped)
  if (typeof target === 'string') return Promise.resolve({ kind: 'unreachable', problem: target })
  const { integrationMethod = 'ANY' } = integration
  return sendToOrigin(
    {
      ...target,
      method: integrationMethod === 'ANY' ? facts.method : integrationMethod,
      headers: httpProxyHeaders(facts, mapped, segmentId(facts.receivedAt)),
      body: facts.body,
    },
    ownPorts,
    signal,
  )
}

/** "1-5759e988-bd862e3fe1be46a994272793": the gateway's own part of the trace. */
function segmentId(receivedAt: number): string {
  const seconds = Math.floor(receivedAt / 1000)
    .toString(16)
    .padStart(8, '0')
  return `1-${seconds}-${randomFromPool(12).toString('hex')}`
}

async function playFault(fault: NonNullable<HttpIntegration['fault']>, signal: AbortSignal): Promise<OriginReply> {
  const played = await playHttpFault(fault, signal)
  return typeof played === 'string' ? { kind: 'unreachable', problem: played } : { kind: 'reply', ...played }
}
