import { GatewrightError } from '@shared/contract/errors'
import { bridge } from '../../contract-client'
import { useDesignStore } from '../../stores/design-store'
import { useGatewayStore } from '../../stores/gateway-store'
import { useTryStore } from '../../stores/try-store'

export function whyNotFlush(): string | null {
  return useGatewayStore.getState().gateway.state === 'running' ? null : 'Start the gateway first'
}

/** The cache of responses belongs to stages of REST APIs. */
export function whyNotFlushCache(): string | null {
  const { design } = useDesignStore.getState()
  const hasRest = design?.apis.some(({ protocolType }) => protocolType === 'REST') ?? false
  return hasRest ? whyNotFlush() : 'HTTP APIs have no response cache'
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
