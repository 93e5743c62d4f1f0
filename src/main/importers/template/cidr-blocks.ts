/** The most blocks that `Fn::Cidr` makes. */
const MOST_BLOCKS = 256

/**
 * `Fn::Cidr`: the first `count` blocks of 2^`bits` addresses in an IPv4 block: ("10.0.0.0/16", 2, 8) -> ["10.0.0.0/24", "10.0.1.0/24"].
 * null when there are not so many, or the block is none.
 */
export function cidrBlocks(block: string, count: number, bits: number): string[] | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(block)
  if (!match || !Number.isInteger(count) || count < 1 || count > MOST_BLOCKS) return null
  const octets = match.slice(1, 5).map(Number)
  const prefix = Number(match[5])
  if (octets.some((octet) => octet > 255) || prefix > 32 || !Number.isInteger(bits) || bits < 1 || bits > 31)
    return null
  const size = 2 ** bits
  if (count * size > 2 ** (32 - prefix)) return null
  const address = octets.reduce((sum, octet) => sum * 256 + octet, 0)
  const first = address - (address % 2 ** (32 - prefix))
  return Array.from({ length: count }, (_, index) => `${addressText(first + index * size)}/${32 - bits}`)
}

function addressText(address: number): string {
  return [2 ** 24, 2 ** 16, 2 ** 8, 1].map((unit) => Math.floor(address / unit) % 256).join('.')
}
