import { GatewrightError } from '@shared/contract/errors'
import type { WebSocketOpenAnswer } from '@shared/contract/websocket'
import { bridge } from '../../contract-client'
import { gatewayRuns } from '../../stores/gateway-runs'
import { useWebSocketStore } from '../../stores/web-socket-store'
import { formOf, useWebSocketView, type Opening } from '../../stores/web-socket-view'
import { onScreenNow } from './on-screen'
import type { OnScreen } from './use-web-socket'

/** Handshakes of this window that are under way at a time. */
const AT_ONCE = 5

/** Open so many connections, starting the gateway first where it does not run. What does not work out is told under the bar. */
export async function openSockets(wanted: number): Promise<void> {
  const screen = onScreenNow()
  if (screen === null || whyNotOpen() !== null) return
  set({ wanted, opened: 0, refused: 0, isCancelled: false })
  useWebSocketView.setState({ notice: null })
  try {
    if (await gatewayRuns()) await openAll(screen, wanted)
  } catch (error) {
    fail(error)
  } finally {
    set(null)
  }
}

export function cancelOpening(): void {
  const { opening } = useWebSocketView.getState()
  if (opening !== null) set({ ...opening, isCancelled: true })
}

export function whyNotOpen(): string | null {
  const screen = onScreenNow()
  if (screen === null) return 'Choose a WebSocket API first'
  if (screen.stage === '') return 'Add a stage to the API first'
  return useWebSocketView.getState().opening === null ? null : 'Connections are being opened'
}

async function openAll(screen: OnScreen, wanted: number): Promise<void> {
  let begun = 0
  const work = async (): Promise<void> => {
    while (begun < wanted && useWebSocketView.getState().opening?.isCancelled === false) {
      begun++
      count(await openOne(screen))
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, wanted) }, work))
}

async function openOne({ api, stage }: OnScreen): Promise<WebSocketOpenAnswer> {
  const form = formOf(useWebSocketView.getState().forms, api.id)
  const query = form.query.replace(/^\?/, '')
  const answer = await bridge.call('ws.open', {
    apiId: api.id,
    stage,
    query,
    headers: form.headers.filter(([name]) => name.trim() !== ''),
    subprotocols: form.subprotocols.split(/[\s,]+/).filter((name) => name !== ''),
    apiKeyId: form.apiKeyId,
    iamUser: form.iamUser,
    token: form.token,
  })
  if (answer.kind === 'open') useWebSocketStore.getState().shaken(answer.connectionId, answer.durationMs, query)
  return answer
}

function count(answer: WebSocketOpenAnswer): void {
  const { opening, select } = useWebSocketView.getState()
  if (opening === null) return
  if (answer.kind === 'open') {
    set({ ...opening, opened: opening.opened + 1 })
    if (opening.wanted === 1) select(answer.connectionId)
    return
  }
  set({ ...opening, refused: opening.refused + 1 })
  useWebSocketView.setState({ notice: { kind: 'refused', status: answer.status, body: answer.body } })
}

function set(opening: Opening | null): void {
  useWebSocketView.setState({ opening })
}

/** Say what stood in the way, in the words of the program; a bug is none of these. */
export function fail(error: unknown): void {
  if (!(error instanceof GatewrightError) || error.code === 'host/bug') throw error
  useWebSocketView.setState({ notice: { kind: 'failed', text: error.message } })
}
