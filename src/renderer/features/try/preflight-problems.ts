import type { Cors } from '@shared/design/http-api'
import type { DraftRequest } from '../../stores/try-request'

/** What a browser asks with a preflight. */
export interface PreflightQuestion {
  readonly origin: string
  readonly method: string
  readonly headers: readonly string[]
}

/** Null for a request that is no preflight. Source: http-api.md 10.2. */
export function preflightOf({ method, headers }: Pick<DraftRequest, 'method' | 'headers'>): PreflightQuestion | null {
  const valueOf = (wanted: string): string | undefined => headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
  const origin = valueOf('origin')
  const wanted = valueOf('access-control-request-method')
  if (method !== 'OPTIONS' || origin === undefined || wanted === undefined) return null
  const names = (valueOf('access-control-request-headers') ?? '').split(',').map((name) => name.trim().toLowerCase())
  return { origin, method: wanted, headers: names.filter((name) => name !== '') }
}

/** Why a browser would not send the request after this preflight; empty when it would. Source: Fetch Standard, "CORS-preflight fetch". */
export function preflightProblems(cors: Cors, question: PreflightQuestion | null): string[] {
  if (question === null) return []
  const { allowOrigins = [], allowMethods = [], allowHeaders = [] } = cors
  const { origin, method, headers } = question
  if (!allowOrigins.some((allowed) => takesOrigin(allowed, origin))) return [`The origin ${origin} is not allowed.`]
  const isWild = (list: readonly string[]): boolean => list.includes('*') && cors.allowCredentials !== true
  const isSimple = ['GET', 'HEAD', 'POST'].includes(method)
  const hasMethod = isSimple || isWild(allowMethods) || allowMethods.includes(method)
  const named = allowHeaders.map((name) => name.toLowerCase())
  // "*" never stands for Authorization.
  const missing = headers.filter((name) => !named.includes(name) && (name === 'authorization' || !isWild(allowHeaders)))
  return [
    ...(hasMethod ? [] : [`The method ${method} is not allowed.`]),
    ...missing.map((name) => `The header ${name} is not allowed.`),
  ]
}

function takesOrigin(allowed: string, origin: string): boolean {
  if (allowed === '*' || allowed === origin) return true
  return (allowed === 'https://*' || allowed === 'http://*') && origin.startsWith(allowed.slice(0, -1))
}
