import type { Tone } from '../../ui/chip'

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

/** 201 -> "Created"; "" for one that has no common name. */
export function reasonOf(status: number): string {
  return REASONS[status] ?? ''
}

/** 201 -> "201 Created"; 0 for a call without an answer. */
export function statusText(status: number): string {
  if (status === 0) return 'No answer'
  return REASONS[status] === undefined ? String(status) : `${status} ${REASONS[status]}`
}

export function statusTone(status: number): Tone {
  if (status === 0 || status >= 500) return 'danger'
  if (status >= 400) return 'warning'
  return status >= 300 ? 'info' : 'success'
}
