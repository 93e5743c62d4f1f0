import type { MappingTools } from '../../engine/mapping/mapping-tools'
import type { Call } from '../call'
import type { Clock } from '../clock'
import type { HandlerPool } from '../functions/handler-pool'
import { nameOfRoute } from '../live-route'
import { callService } from '../services/call-service'
import type { LocalServices } from '../services/local-services'
import { configurationError, type BackendAnswer } from './backend-answer'
import { callHttp } from './http'
import { callHttpProxy } from './http-proxy'
import { isLambda } from './invoke-function'
import { callLambda } from './lambda'
import { callLambdaProxy } from './lambda-proxy'
import { answerMock } from './mock'

/** What calling a backend needs beside the call. */
export interface BackendPorts {
  readonly pool: HandlerPool
  /** Ports of this computer that belong to the program itself. */
  readonly ownPorts: () => readonly number[]
  readonly mapping: MappingTools
  readonly clock: Pick<Clock, 'wall'>
  /** What plays the other AWS services. */
  readonly services: LocalServices
  /** Told of functions that fail when nobody waits for them. */
  readonly log: (line: string) => void
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
  const mapping: MappingTools = { ...ports.mapping, onTemplateRun: (run) => call.templateRuns.push(run) }
  switch (integration.type) {
    case 'MOCK':
      return answerMock(mapping, call, signal)
    case 'AWS_PROXY':
      return callLambdaProxy(ports.pool, call, timeoutMs, signal)
    case 'AWS':
      if (!isLambda(integration)) return callService({ ...ports, mapping }, call, timeoutMs, signal)
      return callLambda({ ...ports, mapping }, call, timeoutMs, signal)
    case 'HTTP_PROXY':
    case 'HTTP':
      if (integration.connectionType === 'VPC_LINK' && integration.backend === undefined) {
        return problem(call, NO_VPC_LINK)
      }
      if (integration.type === 'HTTP') return callHttp({ ...ports, mapping }, call, signal)
      return callHttpProxy(call, ports.ownPorts(), signal)
  }
}

const NO_VPC_LINK =
  'a VPC link has no way to its target from here; set the backend of the integration to a local address that plays it, ' +
  'as in "http://127.0.0.1:9000"'

function problem(call: Call, what: string): BackendAnswer {
  return configurationError(`${nameOfRoute(call.route)}: ${what}`)
}
