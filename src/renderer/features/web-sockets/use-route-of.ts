import { useEffect, useState } from 'react'
import { GatewrightError } from '@shared/contract/errors'
import type { WebSocketRouteAnswer } from '@shared/contract/websocket'
import { bridge } from '../../contract-client'
import type { OnScreen } from './use-web-socket'

/** Milliseconds after the last key. */
const WAIT = 120

/** The route that the gateway would choose for a message; null until it is known. The last answer stays meanwhile. */
export function useRouteOf({ api, stage }: OnScreen, text: string): WebSocketRouteAnswer | null {
  const [answer, setAnswer] = useState<WebSocketRouteAnswer | null>(null)
  useEffect(() => {
    let isCurrent = true
    const ask = async (): Promise<void> => {
      const found = await bridge.call('ws.routeOf', { apiId: api.id, stage, text }).catch(nothing)
      if (isCurrent) setAnswer(found)
    }
    const timer = setTimeout(() => void ask(), WAIT)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
    // An edit of the API may lead the same message elsewhere.
  }, [api, stage, text])
  return answer
}

/** The API may just have been removed, and a message may be too long to be asked about. */
function nothing(error: unknown): null {
  if (error instanceof GatewrightError && error.code !== 'host/bug') return null
  throw error
}
