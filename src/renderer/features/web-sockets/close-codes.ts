/** What a close code means, and what can be done about it. Source: websocket-api.md 2.4 and 6. */
export function closeWords(code: number, reason: string, isTooOld = false): string {
  switch (code) {
    case 1000:
      return reason === 'Connection Closed Normally'
        ? 'A backend ended it with DELETE @connections.'
        : 'The client closed it normally.'
    case 1001:
      return goingAway(reason, isTooOld)
    case 1003:
      return 'The client sent a binary message. WebSocket APIs take text alone.'
    case 1005:
      return 'The client closed it without a code.'
    case 1006:
      return reason === 'The gateway stopped'
        ? 'The gateway was stopped.'
        : 'The connection broke: no close frame came. On AWS it may take until the idle limit before that is noticed.'
    case 1008:
      return 'A rule of the other side was broken.'
    case 1009:
      return 'A frame was over 32 KB, or a message over 128 KB.'
    case 1011:
      return 'The other side met an error.'
    default:
      return code >= 4000 && code < 5000 ? 'The client closed it with a code of its own.' : 'The client closed it.'
  }
}

function goingAway(reason: string, isTooOld: boolean): string {
  if (reason !== 'Going away') return 'The client went away, as browsers do with a closed page.'
  return isTooOld
    ? 'It was open for 2 hours, so the gateway closed it. No connection gets older, however busy.'
    : 'Nothing was sent for 10 minutes, so the gateway closed it. The idle limit is 10 minutes, not two hours.'
}
