import { GatewrightError } from '@shared/contract/errors'
import { bridge } from '../../contract-client'
import { useGatewayStore } from '../../stores/gateway-store'
import { useTryStore } from '../../stores/try-store'

export function whyNotFlush(): string | null {
  return useGatewayStore.getState().gateway.state === 'running' ? null : 'Start the gateway first'
}

/** Ask again what the gateway keeps. */
export async function loadCaches(): Promise<void> {
  if (whyNotFlush() !== null) {
    useTryStore.setState({ caches: null })
    return
  }
  try {
    useTryStore.setState({ caches: await bridge.call('gateway.caches', {}) })
  } catch (error) {
    if (!(error instanceof GatewrightError) || error.code === 'host/bug') throw error
    useTryStore.setState({ caches: null })
  }
}
