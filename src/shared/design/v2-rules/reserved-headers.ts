const RESERVED: ReadonlySet<string> = new Set([
  'authorization',
  'connection',
  'content-encoding',
  'content-length',
  'content-location',
  'forwarded',
  'keep-alive',
  'origin',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailers',
  'transfer-encoding',
  'upgrade',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
])
const RESERVED_BEGINNINGS = ['access-control-', 'apigw-', 'x-amz-', 'x-amzn-'] as const

/**
 * Whether a parameter mapping may not name a header, in either direction: the service refuses such a mapping, and here it does nothing.
 * Source: API Gateway Developer Guide, "Transforming API requests and responses"; http-api.md 8.4.
 */
export function isReservedHeader(name: string): boolean {
  const lowerCase = name.toLowerCase()
  return RESERVED.has(lowerCase) || RESERVED_BEGINNINGS.some((beginning) => lowerCase.startsWith(beginning))
}
