import { lookup as resolveName } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { networkInterfaces } from 'node:os'

/** Why an address is not called. */
export class RefusedTarget extends Error {
  override readonly name = 'RefusedTarget'
}

/** Where clouds answer for instance credentials; nothing that an API should ever reach. */
const LINK_LOCAL = new BlockList()
LINK_LOCAL.addSubnet('169.254.0.0', 16, 'ipv4')
LINK_LOCAL.addSubnet('fe80::', 10, 'ipv6')
LINK_LOCAL.addAddress('fd00:ec2::254', 'ipv6')

const LOOPBACK = new BlockList()
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4')
LOOPBACK.addAddress('0.0.0.0', 'ipv4')
LOOPBACK.addAddress('::1', 'ipv6')
LOOPBACK.addAddress('::', 'ipv6')

/**
 * Why an HTTP integration must not call an address, or null: link-local addresses, and this program's own ports on this computer, which
 * would be a loop or a way around their checks. Judged by the address itself, whatever name led to it.
 */
export function refusalOf(address: string, port: number, ownPorts: readonly number[]): string | null {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
  const family = isIP(plain) === 4 ? 'ipv4' : 'ipv6'
  if (LINK_LOCAL.check(plain, family)) return `${address} is a link-local address, which integrations may not call`
  if (!ownPorts.includes(port)) return null
  const isHere = LOOPBACK.check(plain, family) || isOwnAddress(plain)
  return isHere ? `port ${port} is Gatewright's own: the integration would call the gateway itself` : null
}

function isOwnAddress(address: string): boolean {
  return Object.values(networkInterfaces()).some((list) => list?.some((entry) => entry.address === address))
}

/** A resolver for sockets that refuses what must not be called, after the name was resolved and before anything is sent. */
export function guardedLookup(port: number, ownPorts: readonly number[]): LookupFunction {
  return (hostname, options, callback) => {
    resolveName(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, '', 0)
        return
      }
      const refusal = addresses.map(({ address }) => refusalOf(address, port, ownPorts)).find((found) => found !== null)
      if (refusal !== undefined) callback(new RefusedTarget(refusal), '', 0)
      else if (options.all === true) callback(null, addresses)
      else callback(null, addresses[0]!.address, addresses[0]!.family)
    })
  }
}
