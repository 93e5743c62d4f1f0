import type { WebSocketRouteAnswer } from '@shared/contract/websocket'
import { GatewrightError } from '@shared/contract/errors'
import type { Design } from '@shared/design/design'
import { findApi } from '@shared/design/route-key'
import { readMessage } from '../engine/websocket-api/client-message'
import { compileRouteChoice } from '../engine/websocket-api/route-choice'
import { compileSelection } from '../engine/websocket-api/selection-expression'
import type { Emit } from './emit'
import type { OpenProjectHolder } from './open-project-holder'
import type { HostPorts } from './ports'
import type { Handlers } from './service'

/** Connections to the WebSocket APIs of the running gateway, and sockets that the window opens to them. */
export function wsArea(
  { gateway: { webSockets } }: Pick<HostPorts, 'gateway'>,
  holder: Pick<OpenProjectHolder, 'design'>,
  emit: Emit,
): Pick<Handlers, Extract<keyof Handlers, `ws.${string}`>> {
  webSockets.onConnection((event) => emit('gateway.connection', event))
  webSockets.onFrame((event) => emit('gateway.frame', event))
  return {
    'ws.connections': async () => ({ connections: webSockets.list() }),
    'ws.open': async (request) => webSockets.open(request),
    'ws.send': async ({ socketId, text }) => {
      webSockets.send(socketId, text)
      return {}
    },
    'ws.close': async ({ code, isAbrupt = false, reason, socketId }) => {
      if (isAbrupt) webSockets.drop(socketId)
      else webSockets.close(socketId, code, reason)
      return {}
    },
    'ws.push': async ({ apiId, connectionId, stage, text }) =>
      webSockets.push(connectionId, text, apiId === undefined || stage === undefined ? null : { apiId, stage }),
    'ws.disconnect': async (target) => webSockets.disconnect(target),
    'ws.fastForward': async ({ seconds }) => ({ closed: webSockets.fastForward(seconds) }),
    'ws.routeOf': async ({ apiId, text }) => routeOf(holder.design, apiId, text),
  }
}

/** Stages have no deployments in the model: each serves the routes of the API. */
function routeOf(design: Design, apiId: string, text: string): WebSocketRouteAnswer {
  const api = findApi(design, apiId)
  if (api?.protocolType !== 'WEBSOCKET') {
    throw new GatewrightError('live/cannot-send', `The project has no WebSocket API "${apiId}". Choose another API.`)
  }
  const message = readMessage(text)
  const { routes, routeSelectionExpression } = api
  return {
    routeKey: compileRouteChoice(routeSelectionExpression, Object.keys(routes))(message),
    selected: compileSelection(routeSelectionExpression)({ message }),
  }
}
