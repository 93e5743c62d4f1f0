import { ALGORITHM } from '../authorizers/sigv4/string-to-sign'

/** Whether a header is the signature of a request, and not some other authorization. */
export function isSigV4Authorization(name: string, value: string): boolean {
  return name.toLowerCase() === 'authorization' && value.trimStart().startsWith(`${ALGORITHM} `)
}
