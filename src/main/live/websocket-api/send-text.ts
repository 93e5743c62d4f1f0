import type { Socket } from 'node:net'
import type { Connection } from './connection'
import { LARGEST_FRAME } from './frame-guard'

/** Bytes of one message, in either direction. Source: websocket-api.md 6. */
export const LARGEST_MESSAGE = 128 * 1024

/** Bytes that wait for a client that does not read. Beyond them nothing more is taken for it. */
const LARGEST_BACKLOG = 4 * 1024 * 1024

/** Characters that are at most so many bytes that they fit into one frame. */
const SURELY_ONE_FRAME = LARGEST_FRAME / 3

/** Whether a client has left so much unread that it gets no more. */
export function isBacklogFull({ ws }: Connection): boolean {
  return ws === null || ws.bufferedAmount > LARGEST_BACKLOG
}

/**
 * Send a text message, in frames of 32 KB. What is sent to one client in one turn goes out in one piece: replies to a burst of messages
 * would cost a system call each. Returns the bytes.
 */
export function sendText(connection: Connection, text: string): number {
  const { ws } = connection
  if (ws === null || !connection.isOpen) return 0
  holdTogether(connection)
  connection.sent++
  if (text.length <= SURELY_ONE_FRAME) {
    ws.send(text)
    connection.billed++
    return text.length
  }
  const bytes = Buffer.from(text, 'utf8')
  connection.bill(bytes.length)
  for (let at = 0; at < bytes.length; at += LARGEST_FRAME) {
    const end = Math.min(at + LARGEST_FRAME, bytes.length)
    ws.send(bytes.subarray(at, end), { binary: false, fin: end === bytes.length })
  }
  return bytes.length
}

/** Connections whose writes are held until the end of this turn. */
const held: Connection[] = []

function holdTogether(connection: Connection): void {
  const { socket } = connection
  if (connection.isCorked || socket === null) return
  connection.isCorked = true
  socket.cork()
  if (held.push(connection) === 1) process.nextTick(letGo)
}

function letGo(): void {
  for (const connection of held.splice(0)) {
    connection.isCorked = false
    const socket: Socket | null = connection.socket
    socket?.uncork()
  }
}
