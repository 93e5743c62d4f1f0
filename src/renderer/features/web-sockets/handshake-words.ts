/** What a refused handshake is called and what it means. Source: websocket-api.md 2.2, 3 and 6.1. */
export interface HandshakeWords {
  readonly title: string
  readonly meaning: string
}

export function handshakeWords(status: number): HandshakeWords {
  const known = KNOWN[status]
  if (known !== undefined) return { title: `${status} ${known[0]}`, meaning: known[1] }
  return { title: String(status), meaning: 'The $connect integration answered so. Only 200 to 299 let a client in.' }
}

const KNOWN: Readonly<Record<number, readonly [name: string, meaning: string]>> = {
  400: ['Bad Request', 'A required parameter of $connect is missing, or its integration answered so.'],
  401: [
    'Unauthorized',
    'An identity source of the authorizer is missing, its function said Unauthorized, or the integration answered so.',
  ],
  403: [
    'Forbidden',
    'The authorizer or a policy denied it, the API key is missing or wrong, the address is wrong, or the integration answered so.',
  ],
  404: ['Not Found', 'The $connect integration answered so.'],
  426: ['Upgrade Required', 'The request did not ask to become a WebSocket.'],
  429: ['Too Many Requests', 'New connections, a throttle of $connect or a quota are used up.'],
  500: ['Internal Server Error', 'The authorizer failed, or the gateway may not call the function.'],
  502: ['Bad Gateway', 'The $connect function failed, or returned no statusCode.'],
  503: ['Service Unavailable', 'The backend of $connect cannot be reached, or this computer has no room for more.'],
  504: ['Gateway Timeout', 'The $connect integration took longer than its timeout.'],
}
