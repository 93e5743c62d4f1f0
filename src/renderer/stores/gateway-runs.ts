import { useGatewayStore } from './gateway-store'
import { useShellStore } from './shell-store'
import { useUiStore } from './ui-store'

/** Start the gateway if it does not run; true once it does. While the person is asked whether its functions may run, this waits. */
export async function gatewayRuns(): Promise<boolean> {
  const isRunning = (): boolean => useGatewayStore.getState().gateway.state === 'running'
  if (isRunning()) return true
  await useGatewayStore.getState().start(useUiStore.getState().settings.gatewayPort)
  if (isRunning() || useShellStore.getState().overlay !== 'trust') return isRunning()
  return new Promise((resolve) => {
    const unsubscribe = [useGatewayStore.subscribe(look), useShellStore.subscribe(lookLater)]
    function look(): void {
      const { state } = useGatewayStore.getState().gateway
      const isAnswered = state !== 'starting' && useShellStore.getState().overlay !== 'trust'
      if (state !== 'running' && !isAnswered) return
      unsubscribe.forEach((end) => end())
      resolve(state === 'running')
    }
    // The dialog closes before what it was answered begins.
    function lookLater(): void {
      setTimeout(look)
    }
  })
}
