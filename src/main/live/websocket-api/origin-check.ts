import { headerValues, type HeaderList } from '../../engine/mapping/header-list'

const LOOPBACK_ORIGIN = /^https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i

/**
 * Whether a handshake may come from where it says. Any page that somebody looks at can open a socket to this computer, and browsers ask
 * nobody: only pages of this computer and of the design's custom domains may. Programs send no `Origin`.
 * Departure: the service looks at no origin; a `$connect` authorizer would.
 */
export function isOriginAllowed(headers: HeaderList, customDomains: readonly string[]): boolean {
  const origins = headerValues(headers, 'Origin')
  if (origins.length === 0) return true
  const [origin = ''] = origins
  if (origins.length > 1) return false
  if (LOOPBACK_ORIGIN.test(origin)) return true
  const [, host] = /^https?:\/\/([^/:]+)(?::\d{1,5})?$/i.exec(origin) ?? []
  return host !== undefined && customDomains.some((domain) => domain.toLowerCase() === host.toLowerCase())
}
