import { bridge } from '../../contract-client'
import { useWebSocketView, type PushResult } from '../../stores/web-socket-view'
import { onScreenNow } from './on-screen'
import { fail } from './open-sockets'

/** Posts that are under way at a time. */
const AT_ONCE = 10

/** Post the text to connections through `@connections`, as a backend does, and keep what each was answered. */
export async function pushTo(connectionIds: readonly string[]): Promise<void> {
  const screen = onScreenNow()
  if (screen === null || connectionIds.length === 0) return
  const { pushText } = useWebSocketView.getState()
  const place = { apiId: screen.api.id, stage: screen.stage }
  useWebSocketView.setState({ isPushing: true, pushResults: [], notice: null })
  const waiting = [...connectionIds]
  const work = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined && isPushing(); id = waiting.shift()) {
      const { status } = await bridge.call('ws.push', { connectionId: id, text: pushText, ...place })
      add({ connectionId: id, status })
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, connectionIds.length) }, work))
  } catch (error) {
    waiting.length = 0
    fail(error)
  } finally {
    useWebSocketView.setState({ isPushing: false })
  }
}

/** What was posted already has its results. */
export function stopPushing(): void {
  useWebSocketView.setState({ isPushing: false })
}

function isPushing(): boolean {
  return useWebSocketView.getState().isPushing
}

function add(result: PushResult): void {
  useWebSocketView.setState(({ pushResults }) => ({ pushResults: [...pushResults, result] }))
}
