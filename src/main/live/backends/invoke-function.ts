import type { Call } from '../call'
import { functionBinding, functionNameOf } from '../functions/function-binding'
import type { HandlerPool, InvocationResult } from '../functions/handler-pool'
import { nameOfRoute } from '../live-route'

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
  const { stage } = call.route
  const uri = use.uri === undefined ? undefined : fillStageVariables(use.uri, stage.variables)
  const binding = functionBinding(stage.design, uri, use.handler)
  if (binding === undefined) return Promise.resolve({ kind: 'refused', problem: noHandler(call, uri) })
  const { requestId } = call.message.ids
  return pool.invoke({ binding, event, requestId, callerLimit: use.callerLimit }, signal)
}

function noHandler(call: Call, uri: string | undefined): string {
  const name = functionNameOf(uri ?? '')
  const which = name === null ? 'the function' : `the function "${name}"`
  return `${nameOfRoute(call.route)} calls ${which}, which has no handler here; bind a JavaScript file to it`
}

/** "${stageVariables.alias}" -> its value; one that is not defined is empty. Source: rest-api.md 9.1. */
export function fillStageVariables(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{stageVariables\.([A-Za-z0-9_]+)\}/g, (_reference, name: string) =>
    Object.hasOwn(variables, name) ? variables[name]! : '',
  )
}
