import { canonicalHeaders } from './canonical-headers'
import { canonicalPath } from './canonical-path'
import { canonicalQuery } from './canonical-query'
import type { SigV4Request } from './sigv4-request'

/** What of a request is signed. */
export interface SignedParts {
  /** In lower case, sorted, each once. */
  readonly signedHeaders: readonly string[]
  /** SHA-256 of the body. */
  readonly payloadHash: string
  /** False only where a service takes paths as they are, as S3 does. */
  readonly normalizesPath: boolean
  /** Parameters that are added to the query when it has been signed. */
  readonly omittedParameters: readonly string[]
}

/** Source: IAM User Guide, "Create a signed AWS API request", step 1. */
export function canonicalRequest({ method, path, rawQuery, headers }: SigV4Request, parts: SignedParts): string {
  return [
    method,
    canonicalPath(path, parts.normalizesPath),
    canonicalQuery(rawQuery, parts.omittedParameters),
    canonicalHeaders(headers, parts.signedHeaders),
    parts.signedHeaders.join(';'),
    parts.payloadHash,
  ].join('\n')
}

/** ["Host", "A", "host"] -> ["a", "host"]. */
export function sortedHeaderNames(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.trim().toLowerCase()))].filter((name) => name !== '').sort()
}
