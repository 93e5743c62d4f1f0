import type { Call } from '../call'
import type { HandlerPool } from '../functions/handler-pool'
import { nameOfRoute } from '../live-route'
import { configurationError, type BackendAnswer } from './backend-answer'
import { playFault } from './fault'
import { callHttpProxy } from './http-proxy'
import { callLambdaProxy } from './lambda-proxy'
import { answerMock } from './mock'

/** What calling a backend needs beside the call. */
export interface BackendPorts {
  readonly pool: HandlerPool
  /** Ports of this computer that belong to the program itself. */
  readonly ownPorts: () => readonly number[]
}

/** Answer with the integration of the call's route. `timeoutMs` is what its time limit says; `signal` tells when it is over. */
export async function callBackend(
  ports: BackendPorts,
  call: Call,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<BackendAnswer> {
  const integration = call.route.compiled.method.integration!
  if (call.authorizer?.hasUnusableContext === true) {
    return problem(call, 'the authorizer returned a context value that is not text, a number or a boolean')
  }
  if (integration.fault !== undefined) return playFault(call, integration.fault, signal)
  switch (integration.type) {
    case 'MOCK':
      return answerMock(call)
    case 'AWS_PROXY':
      return callLambdaProxy(ports.pool, call, timeoutMs, signal)
    case 'HTTP_PROXY':
      if (integration.connectionType === 'VPC_LINK' && integration.backend === undefined) {
        return problem(call, 'a VPC link has no way to its target from here; name a local backend for it')
      }
      return callHttpProxy(call, ports.ownPorts(), signal)
    default:
      return problem(call, `integrations of type ${integration.type} are not run by this release`)
  }
}

function problem(call: Call, what: string): BackendAnswer {
  return configurationError(`${nameOfRoute(call.route)}: ${what}`)
}
