import { curlCommand } from './curl-command'
import type { OpenProjectHolder } from './open-project-holder'
import type { HostPorts } from './ports'
import type { Handlers } from './service'
import { skippedSteps } from './skipped-steps'

/** Calls of the running gateway from the window, and what it keeps between calls. */
export function tryArea(
  { gateway }: Pick<HostPorts, 'gateway'>,
  holder: OpenProjectHolder,
): Pick<Handlers, 'try.send' | 'gateway.executionLog' | 'gateway.caches' | 'gateway.flush'> {
  return {
    'try.send': async (request) => {
      const answer = await gateway.send(request)
      const routeKey = answer.traced?.routeKey ?? ''
      return {
        ...answer,
        curl: curlCommand(answer.sent),
        skippedSteps: request.isTestInvoke ? skippedSteps(holder.design, request, routeKey) : [],
      }
    },
    'gateway.executionLog': async ({ requestId }) => ({ lines: gateway.executionLog(requestId) }),
    'gateway.caches': async () => gateway.caches(),
    'gateway.flush': async ({ what }) => {
      gateway.flush(what)
      return {}
    },
  }
}
