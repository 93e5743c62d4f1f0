import type { Scenario, TrafficSource } from '@shared/design/scenario'

/** Where callers come from when a source does not say: an address of the documentation range. */
export const DEFAULT_SOURCE_IP = '203.0.113.10'

/** The address that a source's requests come from. */
export function sourceIpOf({ sourceIp }: TrafficSource): string {
  return sourceIp ?? DEFAULT_SOURCE_IP
}

/** Every address that requests come from, once, and by source which of them it is. Sources behind one address are one caller to a web ACL. */
export function sourceAddresses({ sources }: Scenario): {
  readonly addresses: readonly string[]
  readonly of: Int32Array
} {
  const all = sources.map(sourceIpOf)
  const addresses = [...new Set(all)]
  return { addresses, of: Int32Array.from(all, (address) => addresses.indexOf(address)) }
}
