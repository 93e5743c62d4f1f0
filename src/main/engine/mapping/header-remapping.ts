import type { HeaderList } from './header-list'

/** Come back under another name from a proxy integration, because the gateway sends its own. Source: rest-api.md 9.3 and 9.4, recorded. */
const REMAPPED_FROM_PROXIES = new Set(['connection', 'content-length', 'date', 'server'])
const PREFIX = 'x-amzn-Remapped-'

/** Headers of a proxy's response as the client sees them; `alsoRemapped` and `dropped` in lower case. */
export function remapProxyHeaders(
  headers: HeaderList,
  dropped: ReadonlySet<string>,
  alsoRemapped: ReadonlySet<string> = new Set(),
): HeaderList {
  return headers
    .filter(([name]) => !dropped.has(name.toLowerCase()))
    .map(([name, value]) => {
      const lowerCase = name.toLowerCase()
      const isRemapped = REMAPPED_FROM_PROXIES.has(lowerCase) || alsoRemapped.has(lowerCase)
      return [isRemapped ? PREFIX + name : name, value]
    })
}

/** The headers with "application/json" where no content type is given. */
export function withContentType(headers: HeaderList): HeaderList {
  const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type')
  return hasType ? headers : [['Content-Type', 'application/json'], ...headers]
}

/** Come back under another name from a non-proxy integration. Source: rest-api.md 9.7, recorded. */
const REMAPPED_FROM_METHODS = new Set([
  'authorization',
  'connection',
  'content-length',
  'content-md5',
  'date',
  'expect',
  'host',
  'max-forwards',
  'proxy-authenticate',
  'server',
  'trailer',
  'upgrade',
  'user-agent',
  'www-authenticate',
])

/** Mapped and overridden headers of a method response as the client sees them. */
export function remapMethodResponseHeaders(headers: HeaderList): HeaderList {
  return headers
    .filter(([name]) => name.toLowerCase() !== 'transfer-encoding')
    .map(([name, value]) => [REMAPPED_FROM_METHODS.has(name.toLowerCase()) ? PREFIX + name : name, value])
}
