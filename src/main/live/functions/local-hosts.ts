/** Hosts of AWS that a function finds on this computer. In lower case. */
export interface LocalHosts {
  /** "a1b2c3d4e5.execute-api.us-east-1.amazonaws.com". */
  readonly hosts: readonly string[]
  /** Names that more may stand before: "s3.us-east-1.amazonaws.com" for "orders.s3.us-east-1.amazonaws.com". */
  readonly parentHosts?: readonly string[]
  /** Where requests to them are sent instead. */
  readonly address: string
  readonly port: number
}

/** Whether a host is one of them. */
export function isLocalHost({ hosts, parentHosts = [] }: LocalHosts, host: string): boolean {
  return hosts.includes(host) || parentHosts.some((parent) => host.endsWith(`.${parent}`))
}
