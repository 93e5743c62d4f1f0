import { pushWords } from './frame-line'

/** What a DELETE of `@connections` was answered, in words. Source: websocket-api.md 9. */
export function disconnectWords(status: number): string {
  const meaning = MEANINGS[status] ?? 'The gateway did not end it.'
  return `${status === 204 ? '204 No Content' : pushWords(status)}. ${meaning}`
}

const MEANINGS: Readonly<Record<number, string>> = {
  204: 'Its client gets a close frame with the code 1000.',
  403: 'The credentials are wrong, or their policy does not allow execute-api:ManageConnections.',
  410: 'Nobody has this connection any more.',
  429: "The account's rate is used up.",
}
