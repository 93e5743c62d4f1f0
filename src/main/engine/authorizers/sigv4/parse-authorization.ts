/** What an `Authorization` header of Signature Version 4 says; every name in it, the first of equal ones. */
export interface AuthorizationHeader {
  /** "AWS4-HMAC-SHA256"; its first word, whatever that is. */
  readonly algorithm: string
  /** "Credential", "SignedHeaders" and "Signature" are there. */
  readonly parameters: ReadonlyMap<string, string>
}

const REQUIRED = ['Credential', 'Signature', 'SignedHeaders']

/**
 * Read an `Authorization` header as a signature. What it lacks as one is returned as the message of an IncompleteSignatureException.
 * `hasDate`: the request has an `X-Amz-Date` or a `Date`.
 * Source: rest-api.md 2.2 and 7.5, observed.
 */
export function parseAuthorization(authorization: string, hasDate: boolean): AuthorizationHeader | string {
  const text = authorization.trim()
  const [algorithm = ''] = /^\S*/.exec(text) ?? []
  const rest = text.slice(algorithm.length).trim()
  const items = rest === '' ? [] : rest.split(',').map((item) => item.trim())
  const broken = items.find((item) => !item.includes('='))
  if (broken !== undefined) {
    return `'${broken}' not a valid key=value pair (missing equal-sign) in Authorization header: '${authorization}'.`
  }
  const pairs = items.map((item) => [item.slice(0, item.indexOf('=')), item.slice(item.indexOf('=') + 1)] as const)
  const parameters = new Map(pairs.toReversed())
  const problems = missing(parameters, hasDate)
  return problems.length === 0 ? { algorithm, parameters } : `${problems.join(' ')} Authorization=${authorization}`
}

function missing(parameters: ReadonlyMap<string, string>, hasDate: boolean): string[] {
  const names = REQUIRED.filter((name) => !parameters.has(name))
  const problems = names.map((name) => `Authorization header requires '${name}' parameter.`)
  if (hasDate) return problems
  return [...problems, "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."]
}
