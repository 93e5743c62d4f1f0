import { notCallable, type WebSocketAnswer } from '../../../engine/websocket-api/web-socket-answer'
import type { CompiledIntegration } from '../../../engine/websocket-api/compiled-integration'
import type { BackendPorts } from '../../backends/call-backend'
import { isLambda } from '../../backends/invoke-function'
import { untilAborted } from '../../backends/play-fault'
import type { WebSocketCall } from '../web-socket-call'
import { callHttp, callHttpProxy } from './http'
import { callLambda } from './lambda'
import { callLambdaProxy } from './lambda-proxy'
import { answerMock } from './mock'
import { callAwsService } from './service'

/** Answer with the integration of a call's route. `timeoutMs` is what its time limit says; `signal` tells when it is over. */
export async function callIntegration(
  ports: BackendPorts,
  integration: CompiledIntegration,
  call: WebSocketCall,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<WebSocketAnswer> {
  const { mapping: tools } = ports
  const { backend, connectionType, fault, handler, integrationType, integrationUri } = integration.settings
  switch (integrationType) {
    case 'MOCK':
      if (fault === 'timeout') await untilAborted(signal)
      return fault === undefined ? answerMock(integration, call, tools) : notCallable(`plays the fault "${fault}"`)
    case 'AWS_PROXY':
      return callLambdaProxy(ports, call, timeoutMs, signal)
    case 'AWS': {
      const use = {
        ...(integrationUri !== undefined && { uri: integrationUri }),
        ...(handler !== undefined && { handler }),
      }
      if (isLambda(use)) return callLambda(ports, tools, integration, call, timeoutMs, signal)
      return callAwsService(ports, tools, integration, call, timeoutMs, signal)
    }
    case 'HTTP':
    case 'HTTP_PROXY': {
      if (connectionType === 'VPC_LINK' && backend === undefined) return notCallable(NO_VPC_LINK)
      const play = integrationType === 'HTTP' ? callHttp : callHttpProxy
      return play(ports, tools, integration, call, signal)
    }
  }
}

const NO_VPC_LINK =
  'a VPC link has no way to its target from here; set the backend of the integration to a local address that plays it, ' +
  'as in "http://127.0.0.1:9000"'
