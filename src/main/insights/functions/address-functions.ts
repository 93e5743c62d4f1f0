import { isInIpBlock, isIpBlock } from '@shared/ip-address'
import { plainText, type Value } from '../values/value'
import type { InsightsFunction } from './insights-function'

function isAddress(text: string): boolean {
  return !text.includes('/') && isIpBlock(text)
}

function isVersion6(text: string): boolean {
  return text.includes(':')
}

function check(name: string, what: string, holds: (text: string) => boolean): InsightsFunction {
  const run = ([value = null]: readonly Value[]): Value => value !== null && holds(plainText(value))
  return { name, usage: `${name}(field)`, what, least: 1, most: 1, run }
}

function within(name: string, what: string, isOfKind: (text: string) => boolean): InsightsFunction {
  const run = ([value = null, block = null]: readonly Value[]): Value => {
    const [address, subnet] = [plainText(value), plainText(block)]
    return isOfKind(address) && isOfKind(subnet) && isAddress(address) && isInIpBlock(address, subnet)
  }
  return { name, usage: `${name}(field, subnet)`, what, least: 2, most: 2, run }
}

export const ADDRESS_FUNCTIONS: readonly InsightsFunction[] = [
  check('isValidIp', 'Whether the field is an IPv4 or IPv6 address.', isAddress),
  check('isValidIpV4', 'Whether the field is an IPv4 address.', (text) => isAddress(text) && !isVersion6(text)),
  check('isValidIpV6', 'Whether the field is an IPv6 address.', (text) => isAddress(text) && isVersion6(text)),
  within('isIpInSubnet', 'Whether the address lies in a block such as "203.0.113.0/24".', () => true),
  within(
    'isIpv4InSubnet',
    'Whether the IPv4 address lies in a block such as "203.0.113.0/24".',
    (text) => !isVersion6(text),
  ),
  within('isIpv6InSubnet', 'Whether the IPv6 address lies in a block such as "2001:db8::/32".', isVersion6),
]
