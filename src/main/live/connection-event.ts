import type { Server } from 'node:net'

/** What a server emits when a connection can carry requests: of one with TLS once that is agreed on. */
export function connectionEvent(server: Server): 'connection' | 'secureConnection' {
  return 'setSecureContext' in server ? 'secureConnection' : 'connection'
}
