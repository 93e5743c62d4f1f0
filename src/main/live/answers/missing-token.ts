import type { GatewayResponseContext } from '../../engine/mapping/gateway-response-context'

/**
 * What a request that matches no route is told. An `Authorization` header on it is read as a SigV4 signature, and what it lacks as one
 * becomes the message. Source: rest-api.md 2.2 and 7.5, observed.
 */
export function missingTokenDetails(
  authorization: string | undefined,
  hasDate: boolean,
): Pick<GatewayResponseContext, 'message' | 'errorType'> {
  if (authorization === undefined || authorization.trim() === '') return {}
  const message = signatureProblem(authorization, hasDate)
  return message === null ? {} : { message, errorType: 'IncompleteSignatureException' }
}

const PARTS = ['Credential', 'Signature', 'SignedHeaders']

/** Null when it reads as a signature. */
function signatureProblem(authorization: string, hasDate: boolean): string | null {
  const pairs = authorization.trim().replace(/^\S+\s*/, '')
  const items = pairs === '' ? [] : pairs.split(',').map((item) => item.trim())
  const broken = items.find((item) => !item.includes('='))
  if (broken !== undefined) {
    return `'${broken}' not a valid key=value pair (missing equal-sign) in Authorization header: '${authorization}'.`
  }
  const names = items.map((item) => item.slice(0, item.indexOf('=')))
  const missing = PARTS.filter((part) => !names.includes(part)).map(
    (part) => `Authorization header requires '${part}' parameter.`,
  )
  const date = hasDate ? [] : ["Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."]
  const problems = [...missing, ...date]
  return problems.length === 0 ? null : `${problems.join(' ')} Authorization=${authorization}`
}
