/** Whom an error is told to, and about which of their messages. */
export interface ErrorFrameIds {
  readonly connectionId: string
  readonly requestId: string
}

/**
 * What a client is told that the gateway could not do, as text of one frame; also the body of a handshake that an integration failed.
 * The spaces are the service's. Source: websocket-api.md 8.1, from many transcripts.
 */
export function errorFrame(message: string, { connectionId, requestId }: ErrorFrameIds): string {
  return `{"message": ${JSON.stringify(message)}, "connectionId":"${connectionId}", "requestId":"${requestId}"}`
}

/** The same for a message that its route's model refuses, which is written in a way of its own. Source: websocket-api.md 4.4. */
export function badBodyFrame(connectionId: string, messageId: string): string {
  return `{"message" : "Bad request body", "connectionId": "${connectionId}", "messageId": "${messageId}"}`
}

/** Source of the texts: websocket-api.md 8.1. */
export const FORBIDDEN_MESSAGE = 'Forbidden'
export const INTERNAL_ERROR_MESSAGE = 'Internal server error'
export const THROTTLED_MESSAGE = 'Too Many Requests'
export const QUOTA_MESSAGE = 'Limit Exceeded'
export const MEDIA_TYPE_MESSAGE = 'Unsupported Media Type'
