import type { ProtocolType } from '@shared/design/api'

/**
 * Whether requests refused with 401, 403 or 429 are charged for. Source: the service's FAQ says of REST APIs that they are not; for the
 * others the pricing page speaks of "API calls received" only (observability-and-cost.md 5.8, inferred).
 */
export const CHARGES_REFUSED: { readonly [protocolType in ProtocolType]: boolean } = {
  REST: false,
  HTTP: true,
  WEBSOCKET: true,
}
