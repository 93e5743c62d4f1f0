import { fillStageVariables } from '../../engine/mapping/fill-stage-variables'
import type { FunctionUse } from '../backends/invoke-function'
import { functionBinding, functionNameOf } from '../functions/function-binding'
import type { HandlerPool, InvocationResult } from '../functions/handler-pool'
import type { HttpCall } from './http-call'
import { nameOfHttpRoute } from './http-live-route'

/** Call the function that plays the one behind `uri`. Stage variables in the URI are filled in. */
export function invokeHttpFunction(
  pool: HandlerPool,
  { invocationId, route }: HttpCall,
  { uri, handler, callerLimit }: FunctionUse,
  event: unknown,
  signal: AbortSignal,
): Promise<InvocationResult> {
  const filled = uri === undefined ? undefined : fillStageVariables(uri, route.stage.variables)
  const binding = functionBinding(route.stage.design, filled, handler)
  if (binding !== undefined) {
    return pool.invoke({ binding, event, requestId: invocationId, callerLimit, keepsText: true }, signal)
  }
  const name = functionNameOf(filled ?? '')
  const which = name === null ? 'the function' : `the function "${name}"`
  const remedy = 'bind a JavaScript, TypeScript or Python file to it'
  const problem = `${nameOfHttpRoute(route)} calls ${which}, which has no handler here; ${remedy}`
  return Promise.resolve({ kind: 'refused', problem })
}
