import { create } from 'zustand'
import type { GatewayState, TracedRequest } from '@shared/contract/gateway'
import { GatewrightError } from '@shared/contract/errors'
import { useShellStore } from './shell-store'
import { useUiStore } from './ui-store'
import { bridge } from '../contract-client'

/** Calls kept for the Calls panel; older ones fall out. */
export const MAX_CALLS = 1000

/** The local gateway and the calls it answered, newest first. */
export interface GatewayStoreState {
  readonly gateway: GatewayState
  readonly calls: readonly TracedRequest[]
  /** Asks the person first when functions of a folder would run that nobody trusted yet. */
  start(port: number, trustFolder?: boolean): Promise<void>
  stop(): Promise<void>
  clearCalls(): void
}

export const useGatewayStore = create<GatewayStoreState>()((set) => ({
  gateway: { state: 'stopped' },
  calls: [],
  start: async (port, trustFolder = false) => {
    const { gatewayTls } = useUiStore.getState().settings
    set({ gateway: { state: 'starting' } })
    try {
      set({
        gateway: await bridge.call('gateway.start', { port, trustFolder, ...(gatewayTls === true && { tls: true }) }),
      })
    } catch (error) {
      if (error instanceof GatewrightError && error.code === 'live/untrusted-folder') {
        set({ gateway: { state: 'stopped' } })
        const { path = '', handlers = [] } = error.details ?? {}
        useShellStore.getState().askTrust({ folder: path, handlers, port })
        return
      }
      const message = error instanceof GatewrightError ? error.message : String(error)
      set({ gateway: { state: 'failed', message, port } })
    }
  },
  stop: async () => set({ gateway: await bridge.call('gateway.stop', {}) }),
  clearCalls: () => set({ calls: [] }),
}))

/** Feed the store from the contract; called once by the app. */
export function subscribeGatewayStore(): void {
  bridge.on('gateway.state', (gateway) => useGatewayStore.setState({ gateway }))
  bridge.on('gateway.request', (call) =>
    useGatewayStore.setState(({ calls }) => ({ calls: [call, ...calls].slice(0, MAX_CALLS) })),
  )
}
