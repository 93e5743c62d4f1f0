import type { CallerOrigin } from '../../engine/authorizers/caller-keys'

/**
 * Who a request comes from: the other end of its connection, unless whoever sent it may say otherwise. The only place that decides it;
 * web ACLs, resource policies, `$context.identity` and logs all see what this says.
 */
export function callerOf(remoteAddress: string | undefined, said: Partial<CallerOrigin> | undefined): CallerOrigin {
  const sourceIp = said?.sourceIp ?? remoteAddress ?? '127.0.0.1'
  return {
    // A socket of both families writes IPv4 addresses as IPv6.
    sourceIp: sourceIp.replace(/^::ffff:/i, ''),
    ...(said?.vpcEndpointId !== undefined && { vpcEndpointId: said.vpcEndpointId }),
  }
}
