import type { StreamEntry } from '../../stores/web-socket-feed'
import { formatBytes, formatMs } from '../../ui/format'
import { closeWords } from './close-codes'

/** One line of the frames list. */
export interface FrameLine {
  readonly direction: 'in' | 'out' | 'event'
  /** The route of a message, "reply" or "push", or what happened. */
  readonly label: string
  readonly text: string
  /** "58 B", "41 ms". */
  readonly size: string
  readonly status: number | null
  readonly problem: string | null
  readonly isProblem: boolean
}

/** `handshakeMs`: how long the handshake took, where that is known. */
export function frameLine(entry: StreamEntry, handshakeMs: number | undefined): FrameLine {
  const plain = { direction: 'event', size: '', status: null, problem: null, isProblem: false } as const
  switch (entry.kind) {
    case 'opened': {
      const size = handshakeMs === undefined ? '' : formatMs(handshakeMs)
      return { ...plain, direction: 'in', label: '$connect', text: '101 Switching Protocols', size }
    }
    case 'closed': {
      const { code, reason } = entry
      return { ...plain, label: 'closed', text: `${code} ${reason}`.trim(), problem: closeWords(code, reason) }
    }
    case 'not-pushed': {
      const { status } = entry
      return {
        ...plain,
        label: 'push',
        text: pushWords(status),
        status,
        problem: `A backend posted to this connection and was answered ${status}.`,
        isProblem: true,
      }
    }
    case 'frame': {
      const { bytes, direction, isPush, problem, routeKey, status, text } = entry.frame
      const label = direction === 'out' ? (isPush === true ? 'push' : 'reply') : (routeKey ?? 'no route')
      const isProblem = problem !== null || (status !== null && status >= 400)
      return { direction, label, text, size: formatBytes(bytes), status, problem, isProblem }
    }
  }
}

/** What a post to `@connections` was answered, in words. Source: websocket-api.md 9. */
export function pushWords(status: number): string {
  const name = PUSH_ANSWERS[status]
  return name === undefined ? String(status) : `${status} ${name}`
}

const PUSH_ANSWERS: Readonly<Record<number, string>> = {
  200: 'OK',
  403: 'ForbiddenException',
  410: 'GoneException',
  413: 'PayloadTooLargeException',
  429: 'LimitExceededException',
}

/** What that means, and what a backend should do. */
export function pushMeaning(status: number): string {
  return (
    PUSH_MEANINGS[status] ?? (status < 300 ? 'The client got the message.' : 'The gateway did not take the message.')
  )
}

const PUSH_MEANINGS: Readonly<Record<number, string>> = {
  403: 'The credentials are wrong, or its policy does not allow execute-api:ManageConnections.',
  410: 'Nobody has this connection any more. A backend deletes the id when it is answered so.',
  413: 'A message may have 128 KB.',
  429: "The account's rate is used up, or the client does not read what it gets.",
}
