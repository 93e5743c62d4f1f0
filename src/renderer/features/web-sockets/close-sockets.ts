import { bridge } from '../../contract-client'
import type { SocketRow } from '../../stores/web-socket-feed'
import { useWebSocketView } from '../../stores/web-socket-view'
import { disconnectWords } from './disconnect-words'
import { fail } from './open-sockets'

/** Whether this window opened it: only then can it speak for the client. */
export function isOwn({ connection, end }: SocketRow): boolean {
  return end === null && connection.socketId !== null
}

/** Close connections that this window opened, as a client does that is done. */
export async function closeSockets(rows: readonly SocketRow[]): Promise<void> {
  const results = await Promise.allSettled(
    rows.filter(isOwn).map(({ connection }) => bridge.call('ws.close', { socketId: connection.socketId!, code: 1000 })),
  )
  const failed = results.find((result) => result.status === 'rejected')
  if (failed !== undefined) fail(failed.reason)
}

/** Close one: a connection of another program is ended from the other side, as a backend does it. */
export async function closeSocket(row: SocketRow): Promise<void> {
  if (isOwn(row)) await closeSockets([row])
  else await disconnectSocket(row)
}

/** End any connection with DELETE @connections, and say what that was answered. */
export async function disconnectSocket({ connection, end, name }: SocketRow): Promise<void> {
  if (end !== null) return
  const { apiId, connectionId, stage } = connection
  try {
    const { status } = await bridge.call('ws.disconnect', { connectionId, apiId, stage })
    const text = `DELETE @connections for ${name}: ${disconnectWords(status)}`
    useWebSocketView.setState({ notice: { kind: status === 204 ? 'told' : 'failed', text } })
  } catch (error) {
    fail(error)
  }
}

/** Break a connection of this window off without a close frame, as when the client's process is killed. */
export async function dropSocket(row: SocketRow): Promise<void> {
  if (!isOwn(row)) return
  try {
    await bridge.call('ws.close', { socketId: row.connection.socketId!, isAbrupt: true })
  } catch (error) {
    fail(error)
  }
}

export function whyNotDrop({ connection, end }: SocketRow): string | null {
  if (end !== null) return 'It is closed'
  return connection.socketId === null ? 'Another program opened it, which alone can break it off' : null
}
