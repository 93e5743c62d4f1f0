/** What `per` units cost. Tiers are marginal: the part of a month's amount that falls into a tier has that tier's price. */
export interface Price {
  readonly per: number
  /** Ascending; the last one's `upTo` is Infinity. */
  readonly tiers: readonly PriceTier[]
}

export interface PriceTier {
  readonly upTo: number
  /** US dollars for `per` units. */
  readonly usd: number
}

/** List prices of one Region, without free tiers of new accounts and without taxes. */
export interface RegionPrices {
  readonly restRequests: Price
  readonly httpRequests: Price
  readonly webSocketMessages: Price
  readonly connectionMinutes: Price
  /** An hour, by the size in GB as `CacheClusterSize` writes it. */
  readonly cacheHour: { readonly [sizeInGb: string]: Price }
  /** GB of 2^30 bytes, out to the internet. The first 100 GB a month are free for every account, for good. */
  readonly dataTransferGb: Price
  readonly lambdaRequests: Price
  /** x86. */
  readonly lambdaGbSeconds: Price
  readonly logIngestionGb: Price
  readonly webAcl: Price
  readonly webAclRule: Price
  readonly webAclRequests: Price
}

/** The day the prices were read. */
export const PRICES_AS_OF = '2026-08-01'
/** The Region whose prices these are. */
export const PRICED_REGION = 'us-east-1'

const MILLION = 1_000_000
const BILLION = 1_000_000_000

/**
 * Source: observability-and-cost.md 5 (public price data of August 2026; Data transfer, WAF: AWS's pricing pages). Tiers are per
 * account, Region and calendar month.
 */
const US_EAST_1: RegionPrices = {
  restRequests: {
    per: MILLION,
    tiers: [
      { upTo: 333 * MILLION, usd: 3.5 },
      { upTo: BILLION, usd: 2.8 },
      { upTo: 20 * BILLION, usd: 2.38 },
      { upTo: Infinity, usd: 1.51 },
    ],
  },
  httpRequests: {
    per: MILLION,
    tiers: [
      { upTo: 300 * MILLION, usd: 1 },
      { upTo: Infinity, usd: 0.9 },
    ],
  },
  webSocketMessages: {
    per: MILLION,
    tiers: [
      { upTo: BILLION, usd: 1 },
      { upTo: Infinity, usd: 0.8 },
    ],
  },
  connectionMinutes: flat(0.25, MILLION),
  cacheHour: {
    '0.5': flat(0.02),
    '1.6': flat(0.038),
    '6.1': flat(0.2),
    '13.5': flat(0.25),
    '28.4': flat(0.5),
    '58.2': flat(1),
    '118': flat(1.9),
    '237': flat(3.8),
  },
  dataTransferGb: {
    per: 1,
    tiers: [
      { upTo: 100, usd: 0 },
      { upTo: 100 + 10_240, usd: 0.09 },
      { upTo: 100 + 51_200, usd: 0.085 },
      { upTo: 100 + 153_600, usd: 0.07 },
      { upTo: Infinity, usd: 0.05 },
    ],
  },
  lambdaRequests: flat(0.2, MILLION),
  lambdaGbSeconds: {
    per: 1,
    tiers: [
      { upTo: 6 * BILLION, usd: 0.0000166667 },
      { upTo: 15 * BILLION, usd: 0.000015 },
      { upTo: Infinity, usd: 0.0000133334 },
    ],
  },
  logIngestionGb: flat(0.5),
  webAcl: flat(5),
  webAclRule: flat(1),
  webAclRequests: flat(0.6, MILLION),
}

/** The prices to use for a Region, and what is taken for granted when they are another one's. */
export function pricesOf(region: string): { readonly prices: RegionPrices; readonly assumptions: readonly string[] } {
  if (region === PRICED_REGION) return { prices: US_EAST_1, assumptions: [] }
  const name = region === '' ? 'The Region of this design' : region
  return { prices: US_EAST_1, assumptions: [`${name} is priced as ${PRICED_REGION}: its own prices may be higher.`] }
}

function flat(usd: number, per = 1): Price {
  return { per, tiers: [{ upTo: Infinity, usd }] }
}
