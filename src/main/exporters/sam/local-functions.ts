import type { Api } from '@shared/design/api'
import type { Design } from '@shared/design/design'
import type { LocalFunction } from '@shared/design/local-function'
import { restRoutes } from '@shared/design/route-key'
import { pointerTo } from '@shared/diagnostic'
import { withPlace } from '../cloudformation/placeholders'

/** A function of the design whose code is beside the project. */
export interface CalledFunction {
  readonly name: string
  /** "./handlers/orders.mjs#create". */
  readonly handler: string
  /** Where the design names the handler. */
  readonly pointer: string
  /** Limits and environment; absent where only an integration or authorizer names a handler. */
  readonly settings?: LocalFunction
  /** Other handlers that play the same function elsewhere in the design. */
  readonly others: readonly { readonly handler: string; readonly pointer: string }[]
}

/** An integration or authorizer. */
export interface Target {
  /** The function that it calls by its plain ARN. */
  readonly functionName: string | undefined
  readonly handler: string | undefined
  /** Of the handler, there or not. */
  readonly pointer: string
}

/**
 * Functions that integrations and authorizers call by their plain ARNs and that have code here, by name. The function's own handler goes
 * before those beside its callers, which may differ from one another.
 */
export function calledFunctions(design: Design): ReadonlyMap<string, CalledFunction> {
  const callers = new Map<string, Target[]>()
  for (const target of design.apis.flatMap((_, index) => targetsOf(design, index))) {
    if (target.functionName === undefined) continue
    const known = callers.get(target.functionName)
    if (known) known.push(target)
    else callers.set(target.functionName, [target])
  }
  const called = [...callers].flatMap(([name, targets]): [string, CalledFunction][] => {
    const [first, ...others] = handlersOf(design, name, targets)
    if (first === undefined) return []
    const settings = settingsOf(design, name)
    return [[name, { name, ...first, ...(settings && { settings }), others }]]
  })
  return new Map(called)
}

interface NamedHandler {
  readonly handler: string
  readonly pointer: string
}

/** Each handler once, at its first place. */
function handlersOf(design: Design, name: string, targets: readonly Target[]): NamedHandler[] {
  const own = { handler: settingsOf(design, name)?.handler, pointer: pointerTo(['functions', name, 'handler']) }
  const found: NamedHandler[] = []
  for (const { handler, pointer } of [own, ...targets]) {
    if (handler !== undefined && found.every((other) => other.handler !== handler)) found.push({ handler, pointer })
  }
  return found
}

function settingsOf({ functions }: Design, name: string): LocalFunction | undefined {
  return Object.hasOwn(functions, name) ? functions[name] : undefined
}

const FUNCTION = /arn:[\w-]+:lambda:([\w-]+):(\d+):function:([\w-]+)(?:\/(?:response-streaming-)?invocations)?$/

/**
 * "arn:aws:apigateway:...:function:orders/invocations" -> "orders". Undefined for a version, an alias, what a stage variable names, and
 * functions of other places than the design's, where its stack makes none.
 */
function plainFunctionName(uri: string, design: Design): string | undefined {
  const [, region, accountId, name] = FUNCTION.exec(withPlace(uri, design)) ?? []
  return region === design.region && accountId === design.accountId ? name : undefined
}

/** Every integration and authorizer of one of a design's APIs. */
export function targetsOf(design: Design, apiIndex: number): Target[] {
  const api = design.apis[apiIndex]
  if (api === undefined) return []
  const authorizers = Object.entries<Bound>(api.authorizers)
  const at = `/apis/${apiIndex}`
  const all: [Bound, string][] = [
    ...integrationsOf(api, at),
    ...authorizers.map(([id, bound]): [Bound, string] => [bound, at + pointerTo(['authorizers', id])]),
  ]
  return all.map(([{ uri, integrationUri, authorizerUri, handler }, pointer]) => ({
    functionName: plainFunctionName(uri ?? integrationUri ?? authorizerUri ?? '', design),
    handler,
    pointer: `${pointer}/handler`,
  }))
}

/** What integrations and authorizers of all types have in common: a target, and what plays it. */
interface Bound {
  readonly uri?: string
  readonly integrationUri?: string
  readonly authorizerUri?: string
  readonly handler?: string
}

function integrationsOf(api: Api, at: string): [Bound, string][] {
  if (api.protocolType !== 'REST') {
    return Object.entries<Bound>(api.integrations).map(([id, bound]) => [bound, at + pointerTo(['integrations', id])])
  }
  return restRoutes(api).map(({ path, verb, method }) => [
    method.integration ?? {},
    at + pointerTo(['resources', path, 'methods', verb, 'integration']),
  ])
}
