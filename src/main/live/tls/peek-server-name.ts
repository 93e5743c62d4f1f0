import type { Socket } from 'node:net'
import { readClientHello } from './client-hello'

/**
 * Wait for the name that a client asks for, and give its bytes back to the connection, as if nothing had been read. A client that does
 * not say it in time, or leaves, is cut off and never heard of.
 */
export function peekServerName(socket: Socket, timeoutMs: number, onName: (serverName: string | null) => void): void {
  let bytes = Buffer.alloc(0)
  const timer = setTimeout(() => socket.destroy(), timeoutMs)
  const cutOff = (): void => void socket.destroy()
  const read = (): void => {
    const chunk = socket.read() as Buffer | null
    if (chunk === null) return
    bytes = Buffer.concat([bytes, chunk])
    const reading = readClientHello(bytes)
    if (reading.kind === 'more') return
    leave()
    socket.unshift(bytes)
    onName(reading.serverName)
  }
  const leave = (): void => {
    clearTimeout(timer)
    socket.off('readable', read)
    socket.off('error', cutOff)
    socket.off('end', cutOff)
    socket.off('close', leave)
  }
  socket.on('readable', read)
  socket.on('error', cutOff)
  socket.on('end', cutOff)
  socket.on('close', leave)
}
