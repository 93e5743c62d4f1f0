import { bridge } from '../../contract-client'
import type { SocketRow } from '../../stores/web-socket-feed'
import { fail } from './open-sockets'

/** Close connections that this window opened, as a client does that is done. */
export async function closeSockets(rows: readonly SocketRow[]): Promise<void> {
  const open = rows.filter((row) => whyNotClose(row) === null)
  const results = await Promise.allSettled(
    open.map(({ connection }) => bridge.call('ws.close', { socketId: connection.socketId!, code: 1000 })),
  )
  const failed = results.find((result) => result.status === 'rejected')
  if (failed !== undefined) fail(failed.reason)
}

export function whyNotClose({ connection, end }: SocketRow): string | null {
  if (end !== null) return 'It is closed'
  return connection.socketId === null ? 'It was opened by another program, which alone can close it' : null
}
