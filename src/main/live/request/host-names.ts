import { isIP } from 'node:net'

/** Which names a gateway answers to. */
export interface HostNames {
  /** The address that it is bound to. */
  readonly boundTo: string
  readonly port: number
  /** Where a client is that names no port: 80, or over TLS 443. */
  readonly usualPort?: number
  readonly customDomains: readonly string[]
}

/** `domain` is the custom domain that was asked, in the design's spelling, or null for the gateway's own address. */
export type HostVerdict = { readonly isAllowed: false } | { readonly isAllowed: true; readonly domain: string | null }

const REFUSED: HostVerdict = { isAllowed: false }
const OWN_ADDRESS: HostVerdict = { isAllowed: true, domain: null }
const OWN_NAMES = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Whether a `Host` header names this gateway: its loopback address with the port, or a custom domain of the design. Anything else may be
 * a page that had its own name resolved to this computer (DNS rebinding). A gateway that was bound wider, on purpose, also answers to
 * addresses written as numbers, which no name can be rebound to.
 */
export function checkHost(
  hosts: readonly string[],
  { boundTo, port, usualPort = 80, customDomains }: HostNames,
): HostVerdict {
  if (hosts.length !== 1) return REFUSED
  if (customDomains.length === 0 && hosts[0] === `127.0.0.1:${port}`) return OWN_ADDRESS
  const [, name = '', given = ''] = /^(\[[0-9a-f:.]+\]|[^:\s]+)(?::(\d+))?$/i.exec(hosts[0]!) ?? []
  const lowerCase = name.toLowerCase()
  const domain = customDomains.find((candidate) => candidate.toLowerCase() === lowerCase)
  if (domain !== undefined) return { isAllowed: true, domain }
  if (Number(given === '' ? usualPort : given) !== port) return REFUSED
  const isOwn = OWN_NAMES.includes(lowerCase) || (!isLoopback(boundTo) && isIP(unbracketed(lowerCase)) !== 0)
  return isOwn ? OWN_ADDRESS : REFUSED
}

/** Whether an address to bind to is reached from this computer only. */
export function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || /^127\.\d+\.\d+\.\d+$/.test(address)
}

function unbracketed(name: string): string {
  return name.startsWith('[') ? name.slice(1, -1) : name
}
