import type { HeaderList } from '../mapping/header-list'

/** What the client of an HTTP API gets, but for the headers that every answer carries. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: HeaderList
  readonly body: Uint8Array
}

/** What the gateway says itself, by status. Source: http-api.md 8.7; the texts of 414 and 431 are assumed. */
export const HTTP_ERRORS = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Request Entity Too Large',
  414: 'Request-URI Too Long',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
} as const
export type HttpErrorStatus = keyof typeof HTTP_ERRORS

/** `{"message":"Not Found"}`, without a blank behind the colon. */
export function httpErrorBody(status: HttpErrorStatus): string {
  return JSON.stringify({ message: HTTP_ERRORS[status] })
}

/** The headers of such an answer, beside those that every answer carries. */
export function httpErrorHeaders(wwwAuthenticate?: string): HeaderList {
  const challenge = wwwAuthenticate === undefined ? [] : [['www-authenticate', wwwAuthenticate] as const]
  return [['content-type', 'application/json'], ...challenge]
}
