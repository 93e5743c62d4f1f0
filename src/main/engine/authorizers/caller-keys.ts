import type { ConditionKeys } from './condition-keys'

/** Where a request comes from, as far as policies look at it. */
export interface CallerOrigin {
  /** "203.0.113.9": of the caller, or inside of its VPC. */
  readonly sourceIp: string
  /** "vpce-0a1b2c3d4e5f60718", for a request to a private API. */
  readonly vpcEndpointId?: string
}

/**
 * What policies see of it. Through a VPC endpoint the address is that of the VPC and has a key of its own; `aws:SourceIp` is then not
 * there. Source: IAM User Guide, "AWS global condition context keys"; API Gateway Developer Guide, "AWS condition keys that can be used
 * in API Gateway resource policies".
 */
export function callerKeys({ sourceIp, vpcEndpointId }: CallerOrigin): ConditionKeys {
  if (vpcEndpointId === undefined) return { 'aws:SourceIp': sourceIp }
  return { 'aws:VpcSourceIp': sourceIp, 'aws:SourceVpce': vpcEndpointId }
}
