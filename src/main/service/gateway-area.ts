import { GatewrightError } from '@shared/contract/errors'
import type { GatewayState } from '@shared/contract/gateway'
import type { Design } from '@shared/design/design'
import type { Emit } from './emit'
import type { OpenProjectHolder } from './open-project-holder'
import { folderOf } from './folder-of'
import { handlersOf } from './handlers-of'
import type { HostPorts, Preferences } from './ports'
import type { Handlers } from './service'

/** Nobody outside this computer can reach the gateway that the window starts. */
const LOOPBACK = '127.0.0.1'

/** The local gateway of the open project: follows the design while it runs. */
export function gatewayArea(
  { gateway, preferences }: HostPorts,
  holder: OpenProjectHolder,
  emit: Emit,
): {
  handlers: Pick<Handlers, 'gateway.start' | 'gateway.stop' | 'gateway.records'>
  designChanged: (design: Design) => void
  stop: () => Promise<GatewayState>
} {
  let state: GatewayState = { state: 'stopped' }
  gateway.onRequest((request) => emit('gateway.request', request))

  async function stop(): Promise<GatewayState> {
    if (state.state !== 'running') return state
    await gateway.stop()
    state = { state: 'stopped' }
    emit('gateway.state', state)
    return state
  }

  return {
    handlers: {
      'gateway.start': async ({ port, tls, trustFolder }) => {
        const folder = folderOf(holder.stored.path)
        if (trustFolder) await preferences.trust(folder)
        await refuseUntrusted(holder.design, folder, preferences)
        await stop()
        const options = { port, host: LOOPBACK, folder, ...(tls === true && { tls: { port: null } }) }
        state = await gateway.start(holder.design, options)
        emit('gateway.state', state)
        return state
      },
      'gateway.stop': stop,
      'gateway.records': async ({ clear }) => ({ records: gateway.records(clear ?? false) }),
    },
    designChanged: (design) => {
      if (state.state === 'running') gateway.update(design)
    },
    stop,
  }
}

/** No code of a project runs before the person has said so for its folder. */
async function refuseUntrusted(design: Design, folder: string, preferences: Preferences): Promise<void> {
  const handlers = handlersOf(design)
  if (handlers.length === 0 || (await preferences.isTrusted(folder))) return
  const message = `Starting the gateway runs functions from ${folder} on this computer. Say first that you trust that folder.`
  throw new GatewrightError('live/untrusted-folder', message, { details: { path: folder, handlers } })
}
