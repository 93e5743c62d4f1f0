import { isIP } from 'node:net'
import type { SentRequest, TryAnswer, TryRequest } from '@shared/contract/try'
import type { ApiKey } from '@shared/design/api-key'
import type { Design } from '@shared/design/design'
import type { IamUser } from '@shared/design/identity'
import type { HeaderList } from '../../engine/mapping/header-list'
import type { LocalIdentityProvider } from '../identity/local-identity-provider'
import { cannotSend } from './cannot-send'
import { TICKET_HEADER, type CallerTicket, type CallerTickets } from './caller-tickets'
import { composeRequest, type ComposedRequest } from './compose-request'
import { mintTryToken } from './mint-try-token'
import { sendRequest } from './send-request'
import { tryBody } from './try-body'

/** The running gateway as a caller on this computer needs it. */
export interface TryPorts {
  /** As it is now, deployed or not. */
  readonly design: Design
  readonly host: string
  readonly port: number
  readonly tickets: CallerTickets
  readonly identity: LocalIdentityProvider
  /** Milliseconds since 1970. */
  readonly wall: () => number
}

/** What the service's own test does not show of an answer. */
const OF_THE_CONNECTION = new Set([
  'x-amzn-requestid',
  'x-amz-apigw-id',
  'date',
  'connection',
  'keep-alive',
  'content-length',
])

/**
 * Send a request of the window to the gateway, with everything that was chosen beside it.
 * Throws `live/cannot-send` and `live/no-answer`.
 */
export async function sendTry(ports: TryPorts, request: TryRequest): Promise<Omit<TryAnswer, 'curl' | 'skippedSteps'>> {
  const { design, host, port, tickets, identity, wall } = ports
  const { caller, isTestInvoke, token } = request
  refuseUnknownAddress(caller.sourceIp)
  const address = `${host.includes(':') ? `[${host}]` : host}:${port}`
  const value = token && (await mintTryToken(identity, design, token, wall()))
  const composed = composeRequest({
    ...request,
    apiKey: request.apiKeyId === null ? null : apiKeyOf(design, request.apiKeyId),
    token: token && { header: token.header, value: value! },
    iamUser: request.iamUser === null ? null : iamUserOf(design, request.iamUser),
    region: design.region,
    address,
    now: wall(),
  })
  const ticket: CallerTicket = { caller, isTestInvoke, record: null }
  const shown = [TICKET_HEADER, tickets.issue(ticket)] as const
  const answer = await sendRequest({ host, port }, { ...composed, headers: [...composed.headers, shown] })
  return {
    status: answer.status,
    headers: isTestInvoke ? ofTheMethod(answer.headers) : answer.headers,
    body: await tryBody(answer.bytes, answer.headers),
    durationMs: answer.durationMs,
    sent: sentRequest(address, composed, request.body),
    traced: ticket.record?.traced ?? null,
    executionLog: ticket.record?.executionLog() ?? [],
  }
}

function ofTheMethod(headers: HeaderList): HeaderList {
  return headers.filter(([name]) => !OF_THE_CONNECTION.has(name.toLowerCase()))
}

function sentRequest(address: string, { method, target, headers }: ComposedRequest, body: string | null): SentRequest {
  return { url: `http://${address}${target}`, method, headers, body }
}

function refuseUnknownAddress(sourceIp: string | undefined): void {
  if (sourceIp === undefined || isIP(sourceIp) !== 0) return
  throw cannotSend(`the caller's source IP "${sourceIp}" is no address. Write one like 203.0.113.7 or 2001:db8::7.`)
}

function apiKeyOf(design: Design, id: string): ApiKey {
  const found = design.apiKeys.find((key) => key.id === id)
  if (found !== undefined) return found
  throw cannotSend(`the project has no API key with the id "${id}". Choose another key, or send none.`)
}

function iamUserOf(design: Design, name: string): IamUser {
  const found = design.identity?.iamUsers.find((user) => user.name === name)
  if (found !== undefined) return found
  throw cannotSend(`the project has no IAM user "${name}". Choose another user, or do not sign the request.`)
}
