import { advance, integrated } from '../../engine/pipeline/advance'
import { ABSENT } from '../../engine/flight'
import { INTEGRATION_TIMEOUT } from '../../engine/outcome'
import { CALL_INTEGRATION } from '../../engine/verdict'
import { NO_MESSAGE } from '../../engine/websocket-api/client-message'
import type { DisconnectReason } from '../../engine/websocket-api/disconnect-reason'
import { integrationFailed, type WebSocketAnswer } from '../../engine/websocket-api/web-socket-answer'
import { withinLimit } from '../serve-flight'
import type { ServedCore } from '../served-core'
import type { Connection } from './connection'
import { callIntegration } from './integrations/call-integration'
import type { LiveWebSocketStage } from './live-web-socket-stage'
import { closeFlight, openFlight } from './open-flight'
import { outcomeOfAnswer } from './outcome-of-answer'
import { WebSocketCall, type WebSocketCalls } from './web-socket-call'

/**
 * Tell the `$disconnect` route that a connection has ended. Best effort: one that is throttled, or fails, loses the event, and what the
 * integration answers is nobody's. Source: websocket-api.md 2.4.
 */
export async function serveDisconnect(
  core: ServedCore,
  calls: WebSocketCalls,
  stage: LiveWebSocketStage,
  connection: Connection,
  reason: DisconnectReason,
  apiKey: number,
): Promise<void> {
  const route = stage.disconnect
  if (route?.integration === null || route === null) return
  const { integration } = route
  const { clock, log } = core.ports
  const call = new WebSocketCall(connection, stage, route, 'DISCONNECT', clock.wall(), NO_MESSAGE)
  call.disconnect = reason
  const now = clock.now()
  const flight = openFlight(core, calls, call, apiKey, now)
  try {
    if (advance(core.runtime, flight, now) !== CALL_INTEGRATION) {
      log(`${call.name}: the event was lost, as the call was throttled or refused`)
      return
    }
    const limit = core.runtime.timeout[route.index]!
    const late = integrationFailed(`no answer within ${limit} ms`)
    const ports = { ...core.ports, mapping: core.mapping }
    const answer = await withinLimit<WebSocketAnswer>(clock, limit, late, (signal) =>
      callIntegration(ports, integration, call, limit, signal),
    )
    const outcome = answer === late ? INTEGRATION_TIMEOUT : outcomeOfAnswer(answer)
    integrated(core.runtime, flight, outcome, ABSENT, clock.now())
    if (answer.problem !== undefined) log(`${call.name}: ${answer.problem}`)
  } catch (error) {
    log(`${call.name}: the event met a bug in Gatewright. ${error instanceof Error ? error.stack : String(error)}`)
  } finally {
    closeFlight(core, calls, flight)
  }
}
