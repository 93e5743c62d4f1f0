import { bridge } from '../../contract-client'
import type { SocketRow } from '../../stores/web-socket-feed'
import { findSocket, useWebSocketStore } from '../../stores/web-socket-store'
import { useWebSocketView } from '../../stores/web-socket-view'
import { onScreenNow, selectedNow } from './on-screen'
import { fail, openSockets } from './open-sockets'

/** Send the message in the composer on the chosen connection. */
export async function sendMessage(): Promise<void> {
  const screen = onScreenNow()
  const row = selectedNow()
  if (screen === null || row === null || whyNotSend(row) !== null) return
  const text = useWebSocketView.getState().messages[screen.api.id] ?? ''
  useWebSocketView.getState().keep(text)
  useWebSocketView.setState({ pipelineRoute: null, notice: null })
  await sendOn(row, text)
}

export function whyNotSend(row: SocketRow | null): string | null {
  if (row === null) return 'Choose a connection first'
  if (row.end !== null) return `${row.name} is closed`
  return row.connection.socketId === null ? 'Another program opened it and alone can send. Push to it instead' : null
}

/** What Mod+Enter does here: open a connection, or send where one is chosen. */
export async function runPrimary(): Promise<void> {
  const row = selectedNow()
  await (row === null || row.end !== null ? openSockets(1) : sendMessage())
}

let timer: ReturnType<typeof setInterval> | null = null
const EVERY = 1000

/** Send what stands in the composer every second, until it is stopped or the connection is closed. */
export function startRepeating(): void {
  const row = selectedNow()
  if (row === null || whyNotSend(row) !== null) return
  stopRepeating()
  const { connectionId } = row.connection
  const { api } = onScreenNow()!
  useWebSocketView.setState({ repeatingId: connectionId })
  const again = (): void => {
    const now = findSocket(useWebSocketStore.getState().rows, connectionId)
    if (now === null || whyNotSend(now) !== null) return stopRepeating()
    void sendOn(now, useWebSocketView.getState().messages[api.id] ?? '')
  }
  timer = setInterval(again, EVERY)
  again()
}

export function stopRepeating(): void {
  if (timer !== null) clearInterval(timer)
  timer = null
  useWebSocketView.setState({ repeatingId: null })
}

async function sendOn({ connection }: SocketRow, text: string): Promise<void> {
  try {
    await bridge.call('ws.send', { socketId: connection.socketId!, text })
  } catch (error) {
    stopRepeating()
    fail(error)
  }
}
