import type { Bridge } from '@shared/contract/bridge'
import { SOCKET_PATH, SOCKET_PROTOCOL, SOCKET_TOKEN_PREFIX } from '@shared/contract/wire'
import { Connection } from './contract/connection'
import { ElectronBridge } from './contract/electron-bridge'
import { takeLaunchToken } from './contract/launch-token'
import { SocketBridge, type SocketLike } from './contract/socket-bridge'

/** Whether the host can be reached, for the status bar: always open in Electron. */
export const connection = new Connection({ state: 'connecting' })

/** The window's only way out. Nothing is connected before the first call or subscription. */
export const bridge: Bridge = createBridge()

function createBridge(): Bridge {
  const preload = typeof window === 'undefined' ? undefined : window.gatewright
  if (!preload) {
    return new SocketBridge({ openSocket, connection, schedule: (work, delayMs) => void setTimeout(work, delayMs) })
  }
  connection.set({ state: 'open' })
  return new ElectronBridge(preload)
}

/** The token goes as the second protocol: in no URL, no log, no referrer. */
function openSocket(): SocketLike {
  const protocols = [SOCKET_PROTOCOL, `${SOCKET_TOKEN_PREFIX}${takeLaunchToken(window) ?? 'missing'}`]
  return new WebSocket(`ws://${location.host}${SOCKET_PATH}`, protocols)
}
