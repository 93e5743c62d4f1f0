/** An address or a block of them; `bits` is how many of the leading bits count. */
interface IpBlock {
  readonly value: bigint
  readonly width: 32 | 128
  readonly bits: number
}

/** The first 96 bits of an IPv4 address that is written as IPv6. */
const MAPPED_PREFIX = 0xffffn

/**
 * Whether an address lies in a block such as "203.0.113.0/24" or "2001:db8::/32"; without a length the block is one address. False when
 * either cannot be read.
 * Source: IAM User Guide, "IP address condition operators"; RFC 4632, RFC 4291.
 */
export function isInIpBlock(address: string, block: string): boolean {
  const [start = '', length] = block.split('/')
  const ip = parseIp(address)
  const within = parseBlock(start, length)
  if (ip === null || within === null || ip.width !== within.width) return false
  const ignored = BigInt(within.width - within.bits)
  return ip.value >> ignored === within.value >> ignored
}

/** Whether a text is an address or a block of addresses. */
export function isIpBlock(text: string): boolean {
  const [start = '', length] = text.split('/')
  return parseBlock(start, length) !== null
}

function parseBlock(start: string, length: string | undefined): IpBlock | null {
  const ip = parseIp(start)
  if (ip === null || length === undefined) return ip
  if (!/^\d{1,3}$/.test(length)) return null
  const isMapped = ip.width === 32 && start.includes(':')
  const bits = isMapped ? Number(length) - 96 : Number(length)
  return bits >= 0 && bits <= ip.width ? { ...ip, bits } : null
}

function parseIp(text: string): IpBlock | null {
  const value = text.includes(':') ? parseIpv6(text) : parseIpv4(text)
  if (value === null) return null
  if (!text.includes(':')) return { value, width: 32, bits: 32 }
  // "::ffff:203.0.113.9" is the IPv4 address 203.0.113.9.
  if (value >> 32n === MAPPED_PREFIX) return { value: value & 0xffffffffn, width: 32, bits: 32 }
  return { value, width: 128, bits: 128 }
}

function parseIpv4(text: string): bigint | null {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)) return null
  return parts.reduce((value, part) => value * 256n + BigInt(part), 0n)
}

function parseIpv6(text: string): bigint | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const [head, tail] = [parseGroups(halves[0] ?? ''), parseGroups(halves[1] ?? '')]
  if (head === null || tail === null) return null
  const missing = 8 - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null
  const groups = [...head, ...Array.from({ length: missing }, () => 0n), ...tail]
  return groups.reduce((value, group) => value * 0x10000n + group, 0n)
}

/** "2001:db8" -> two groups; a dotted address at the end makes two of them. */
function parseGroups(text: string): bigint[] | null {
  if (text === '') return []
  const parts = text.split(':')
  const last = parts.at(-1) ?? ''
  const dotted = last.includes('.') ? parseIpv4(last) : null
  const hex = last.includes('.') ? parts.slice(0, -1) : parts
  if (!hex.every((part) => /^[0-9a-fA-F]{1,4}$/.test(part)) || (last.includes('.') && dotted === null)) return null
  const groups = hex.map((part) => BigInt(`0x${part}`))
  return dotted === null ? groups : [...groups, dotted >> 16n, dotted & 0xffffn]
}
