import type { CallerOrigin } from '../../engine/authorizers/caller-keys'

/**
 * Who a request comes from: the other end of its connection, unless whoever sent it may say otherwise. The only place that decides it;
 * web ACLs, resource policies, `$context.identity` and logs all see what this says.
 */
export function callerOf(remoteAddress: string | undefined, said: Partial<CallerOrigin> | undefined): CallerOrigin {
  const address = said?.sourceIp ?? remoteAddress ?? '127.0.0.1'
  // A socket of both families writes IPv4 addresses as IPv6.
  const sourceIp = address.startsWith(':') ? address.replace(/^::ffff:/i, '') : address
  return said?.vpcEndpointId === undefined ? { sourceIp } : { sourceIp, vpcEndpointId: said.vpcEndpointId }
}
