import type { Integration } from '@shared/design/integration'
import { fillStageVariables } from '../../engine/mapping/fill-stage-variables'
import type { Call } from '../call'
import { functionBinding, functionNameOf } from '../functions/function-binding'
import type { HandlerPool, InvocationResult } from '../functions/handler-pool'
import { nameOfRoute } from '../live-route'
import { playFunctionFault } from './play-fault'

/** A Lambda function as an integration or an authorizer names it. */
export interface FunctionUse {
  readonly uri: string | undefined
  readonly handler: string | undefined
  /** Milliseconds that the caller waits. */
  readonly callerLimit: number
}

/** Call the function that plays the one behind `uri`. Stage variables in the URI are filled in. */
export function invokeFunction(
  pool: HandlerPool,
  call: Call,
  use: FunctionUse,
  event: unknown,
  signal: AbortSignal,
): Promise<InvocationResult> {
  const binding = bindingOf(call, use)
  if (binding === undefined) return Promise.resolve({ kind: 'refused', problem: noHandler(call, use) })
  const { requestId } = call.message.ids
  return pool.invoke({ binding, event, requestId, callerLimit: use.callerLimit }, signal)
}

/** The function of a call's own integration, or the fault that it plays. */
export function invokeIntegration(
  pool: HandlerPool,
  call: Call,
  timeoutMs: number,
  event: unknown,
  signal: AbortSignal,
): Promise<InvocationResult> {
  const { fault } = call.route.compiled.method.integration!
  if (fault !== undefined) return playFunctionFault(call, fault, signal)
  return invokeFunction(pool, call, integrationUse(call, timeoutMs), event, signal)
}

/** Why the integration of a call has no function to call; null when it has one. */
export function missingHandler(call: Call): string | null {
  const use = integrationUse(call, 0)
  return bindingOf(call, use) === undefined ? noHandler(call, use) : null
}

/** Whether an AWS integration calls a Lambda function; other services are called in the same way. */
export function isLambda({ uri = '', handler }: Pick<Integration, 'uri' | 'handler'>): boolean {
  return handler !== undefined || uri.includes(':lambda:path/') || functionNameOf(uri) !== null
}

function integrationUse(call: Call, callerLimit: number): FunctionUse {
  const { uri, handler } = call.route.compiled.method.integration!
  return { uri, handler, callerLimit }
}

function bindingOf(call: Call, use: FunctionUse) {
  return functionBinding(call.route.stage.design, filledUri(call, use), use.handler)
}

function filledUri({ route }: Call, { uri }: FunctionUse): string | undefined {
  return uri === undefined ? undefined : fillStageVariables(uri, route.stage.variables)
}

function noHandler(call: Call, use: FunctionUse): string {
  const name = functionNameOf(filledUri(call, use) ?? '')
  const which = name === null ? 'the function' : `the function "${name}"`
  return `${nameOfRoute(call.route)} calls ${which}, which has no handler here; bind a JavaScript, TypeScript or Python file to it`
}
