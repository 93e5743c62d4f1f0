import type { Cors } from '@shared/design/http-api'
import { corsProblem } from '@shared/design/v2-rules/cors-problem'
import { isReservedHeader } from '@shared/design/v2-rules/reserved-headers'
import type { Given, HttpVector } from './http-vector'

/**
 * A call that the service refuses: what makes it do so is a rule of the engine, and the answer around it is the same for all. Undefined
 * when the vector is met. Source: http-api.md 17.
 */
export function controlPlaneDifference({ given, expect }: HttpVector): string | undefined {
  const problem = problemOf(given)
  const found = problem === null ? { status: 200 } : { status: 400, errorType: 'BadRequestException', message: problem }
  for (const name of ['status', 'errorType', 'message'] as const) {
    const wanted = expect[name]
    const own = name in found ? (found as Readonly<Record<string, unknown>>)[name] : undefined
    if (wanted !== undefined && wanted !== own) return `${name}: expected ${wanted}, found ${String(own)}`
  }
  return undefined
}

function problemOf({ corsConfiguration, requestParameters, responseParameters }: Given): string | null {
  const cors = corsConfiguration === undefined ? null : corsProblem(corsConfiguration as Cors)
  if (cors !== null) return cors
  const keys = [requestParameters, ...Object.values(responseParameters ?? {})].flatMap((one) => Object.keys(one ?? {}))
  const reserved = keys.map((key) => /^\w+:header\.(.+)$/.exec(key)?.[1]).find((name) => name && isReservedHeader(name))
  return reserved === undefined ? null : `Operations on header ${reserved} are restricted`
}
