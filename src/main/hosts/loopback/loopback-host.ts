import type { Emit } from '../../service/emit'
import type { Service } from '../../service/service'
import { createDispatch } from '../rpc'
import type { ReportFacts } from '../bug-report'
import { createLaunchToken } from './launch-token'
import { startPageServer } from './page-server'
import { attachRpcSocket, type RpcSocket } from './rpc-socket'

export interface LoopbackHostOptions {
  /** The built page. */
  readonly pageFolder: string
  /** 0 picks a free one. */
  readonly port: number
  readonly facts: ReportFacts
  readonly createService: (emit: Emit) => Service
  readonly onClientCount: (count: number) => void
}

export interface LoopbackHost {
  readonly port: number
  /** The page's address; its fragment holds this launch's secret, good for any number of windows. */
  readonly url: string
  /** Lets every window go and ends the service once the last save is on disk. */
  close(): Promise<void>
}

/** Serves the page and the contract on 127.0.0.1 for a browser on this computer. Errors: those of `startPageServer`. */
export async function startLoopbackHost(options: LoopbackHostOptions): Promise<LoopbackHost> {
  const { server, port } = await startPageServer(options.pageFolder, options.port)
  const token = createLaunchToken()
  let socket: RpcSocket | null = null
  const service = options.createService((name, payload) => socket?.emit(name, payload))
  const dispatch = createDispatch(service.handlers, options.facts)
  socket = attachRpcSocket(server, { port, token, dispatch, onClientCount: options.onClientCount })
  return {
    port,
    url: `http://127.0.0.1:${port}/#t=${token}`,
    close: async () => {
      socket?.close()
      server.close()
      server.closeAllConnections()
      await service.close()
    },
  }
}
