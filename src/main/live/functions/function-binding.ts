import type { Design } from '@shared/design/design'
import type { LocalFunction } from '@shared/design/local-function'
import { LIMITS } from '@shared/limits'

/** What plays a Lambda function here, and what limits it has. */
export interface FunctionBinding {
  readonly name: string
  readonly arn: string
  /** "./handlers/orders.mjs#create". */
  readonly handler: string
  /** Milliseconds; null for a bare handler, which has the time of whoever calls it. */
  readonly timeLimit: number | null
  /** MB. */
  readonly memorySize: number
  /** Calls at the same time; null where the function has none reserved. */
  readonly reservedConcurrency: number | null
  readonly environment: Readonly<Record<string, string>>
}

/** MB. Source: Lambda Developer Guide, "Configure Lambda function memory". */
const DEFAULT_MEMORY = 128

/**
 * Who answers for a Lambda URI: the handler named beside it, else that of the function whose name stands in its ARN. Undefined when
 * neither names one.
 */
export function functionBinding(
  design: Design,
  uri: string | undefined,
  handler: string | undefined,
): FunctionBinding | undefined {
  const name = functionNameOf(uri ?? '')
  const known = name !== null && Object.hasOwn(design.functions, name) ? design.functions[name] : undefined
  const path = handler ?? known?.handler
  if (path === undefined) return undefined
  const functionName = name ?? nameFromPath(path)
  return {
    name: functionName,
    arn: `arn:aws:lambda:${design.region}:${design.accountId}:function:${functionName}`,
    handler: path,
    timeLimit: handler === undefined ? timeLimitOf(known) : null,
    memorySize: known?.memorySize ?? DEFAULT_MEMORY,
    reservedConcurrency: known?.reservedConcurrency ?? null,
    environment: known?.environment ?? {},
  }
}

/** "arn:aws:apigateway:...:function:orders:live/invocations" -> "orders". */
export function functionNameOf(uri: string): string | null {
  return /:function:([^:/]+)(?::[^/]+)?(?:\/invocations)?$/.exec(uri)?.[1] ?? null
}

export function logGroupName({ name }: FunctionBinding): string {
  return `/aws/lambda/${name}`
}

function timeLimitOf(known: LocalFunction | undefined): number {
  return (known?.timeout ?? LIMITS.functionTimeoutDefault.value) * 1000
}

/** "./handlers/orders.mjs#create" -> "orders". */
function nameFromPath(path: string): string {
  return /([^/\\]+?)\.[^./\\]+(?:#.*)?$/.exec(path)?.[1] ?? 'handler'
}
