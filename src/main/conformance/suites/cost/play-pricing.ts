import { cacheHours } from '../../../cost/cache-hours'
import { connectionMinutes } from '../../../cost/connection-minutes'
import { httpRequests } from '../../../cost/http-requests'
import { meteredUnits, WEBSOCKET_MESSAGE_INCREMENT } from '../../../cost/metered-units'
import { totalOf } from '../../../cost/price-line'
import { PRICED_REGION, pricesOf, type RegionPrices } from '../../../cost/prices'
import { dollarsOf, tierCharges } from '../../../cost/tiers'
import { webSocketMessages } from '../../../cost/websocket-messages'
import { CACHE_CLUSTER_SIZES } from '@shared/design/stage'
import { judged, skipped, type CaseResult } from '../../conformance-suite'
import { exactDifference } from '../../exact-difference'

/** A vector of the area "pricing"; charges are in US dollars, without free tier and data transfer. */
export interface PricingVector {
  readonly id: string
  readonly given: object
  readonly expect: object
}

type Members = Readonly<Record<string, unknown>>
type Found = Readonly<Record<string, unknown>>

/** What a month is made of, told apart by the members that a vector has. */
interface PricingKind {
  readonly members: readonly string[]
  /** Null when a member has a value that it cannot have. */
  price(given: Members, prices: RegionPrices): Found | null
}

const KINDS: readonly PricingKind[] = [
  { members: ['requests', 'avgKB'], price: httpPrice },
  { members: ['messages', 'avgKB', 'connectionMinutes'], price: webSocketPrice },
  { members: ['messageKB'], price: oneMessage },
  { members: ['cacheGB', 'hours'], price: cachePrice },
]

/** Price what a vector describes. One that says something else is skipped. */
export function playPricing({ id, given, expect }: PricingVector): CaseResult {
  const { region = PRICED_REGION, ...members } = given as Members
  const names = Object.keys(members)
  const kind = KINDS.find(({ members: own }) => names.length > 0 && names.every((name) => own.includes(name)))
  if (kind === undefined) return skipped(id, `prices of "${names.join('", "')}" cannot be played yet`)
  if (region !== PRICED_REGION) return skipped(id, `there are no prices of ${String(region)}`)
  const found = kind.price(members, pricesOf(PRICED_REGION).prices)
  if (found === null) return skipped(id, `${JSON.stringify(members)} is not understood`)
  const expected = Object.entries(expect)
  const unknown = expected.find(([name]) => !Object.hasOwn(found, name))
  if (unknown !== undefined) return skipped(id, `the expectation "${unknown[0]}" cannot be judged`)
  if (expected.length === 0) return skipped(id, 'nothing is expected')
  const differences = expected.map(([name, value]) => exactDifference(chargesOf(value), found[name], name))
  return judged(
    id,
    differences.find((difference) => difference !== undefined),
  )
}

function httpPrice({ requests = 0, avgKB = 0 }: Members, prices: RegionPrices): Found | null {
  if (!isAmount(requests) || !isAmount(avgKB)) return null
  const { quantity, usd } = httpRequests(requests, avgKB * 1024, prices)
  const tiers = tierCharges(prices.httpRequests, quantity).map(({ microDollars }) => dollarsOf(microDollars))
  return { meteredRequests: quantity, charge: usd, lines: tiers }
}

function webSocketPrice({ messages = 0, avgKB = 0, connectionMinutes: minutes = 0 }: Members, prices: RegionPrices) {
  if (!isAmount(messages) || !isAmount(avgKB) || !isAmount(minutes)) return null
  const sent = webSocketMessages(messages, avgKB * 1024, prices)
  const open = connectionMinutes(minutes, prices)
  const tiers = tierCharges(prices.webSocketMessages, sent.quantity).map(({ microDollars }) => dollarsOf(microDollars))
  return {
    meteredMessages: sent.quantity,
    charge: totalOf([sent, open]),
    lines: [...tiers, ...(minutes > 0 ? [open.usd] : [])],
  }
}

function oneMessage({ messageKB }: Members): Found | null {
  return isAmount(messageKB) ? { meteredMessages: meteredUnits(messageKB * 1024, WEBSOCKET_MESSAGE_INCREMENT) } : null
}

function cachePrice({ cacheGB, hours }: Members, prices: RegionPrices): Found | null {
  const size = CACHE_CLUSTER_SIZES.find((one) => Number(one) === Number(cacheGB))
  return size === undefined || !isAmount(hours) ? null : { charge: cacheHours(size, hours, prices).usd }
}

/** Of lines only the charges are compared: how tiers are called is free. */
function chargesOf(value: unknown): unknown {
  return Array.isArray(value) ? value.map((line: unknown) => (line as { charge?: unknown } | null)?.charge) : value
}

function isAmount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0
}
