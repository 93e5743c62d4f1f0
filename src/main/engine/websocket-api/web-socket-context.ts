import type { IamCaller } from '../authorizers/iam-caller'
import { callerIdentity } from '../mapping/request-context'
import type { DisconnectReason } from './disconnect-reason'

export type WebSocketEventType = 'CONNECT' | 'MESSAGE' | 'DISCONNECT'

/** What is known of a connection as long as it lives. */
export interface ConnectionFacts {
  readonly connectionId: string
  readonly apiId: string
  readonly stage: string
  /** Milliseconds since 1970. */
  readonly connectedAt: number
  readonly domainName: string
  readonly sourceIp: string
  readonly userAgent: string | null
  /** The key that was accepted at the handshake. */
  readonly apiKey: { readonly value: string; readonly id: string } | null
  /** Who signed the handshake. */
  readonly caller: IamCaller | null
  /** What the authorizer said, flat: its principal, its context and how long it took. */
  readonly authorizer: Readonly<Record<string, string | number>> | null
}

/** What is known of one handshake, message or end. */
export interface EventFacts {
  readonly routeKey: string
  readonly eventType: WebSocketEventType
  readonly requestId: string
  /** Of messages only. */
  readonly messageId: string | null
  /** "20/Jan/2024:11:55:00 +0000", and the same in milliseconds since 1970. */
  readonly requestTime: string
  readonly requestTimeEpoch: number
  readonly disconnect: DisconnectReason | null
}

/**
 * What Lambda events call `requestContext` and templates `$context`. `extendedRequestId` is the same as `requestId`.
 * Source: websocket-api.md 7, recorded: exactly these members.
 */
export function webSocketContext(connection: ConnectionFacts, event: EventFacts): Readonly<Record<string, unknown>> {
  const { authorizer, apiId, connectedAt, connectionId, domainName, stage } = connection
  const { disconnect, eventType, messageId, requestId, requestTime, requestTimeEpoch, routeKey } = event
  return {
    routeKey,
    ...(authorizer !== null && { authorizer }),
    ...(disconnect !== null && { disconnectStatusCode: disconnect.statusCode }),
    ...(messageId !== null && { messageId }),
    eventType,
    extendedRequestId: requestId,
    requestTime,
    messageDirection: 'IN',
    ...(disconnect !== null && { disconnectReason: disconnect.reason }),
    stage,
    connectedAt,
    requestTimeEpoch,
    identity: identityOf(connection),
    requestId,
    domainName,
    connectionId,
    apiId,
  }
}

function identityOf({ apiKey, caller, sourceIp, userAgent }: ConnectionFacts): Readonly<Record<string, unknown>> {
  return {
    ...(userAgent !== null && { userAgent }),
    sourceIp,
    ...(caller !== null && callerIdentity(caller)),
    ...(apiKey !== null && { apiKey: apiKey.value, apiKeyId: apiKey.id }),
  }
}
