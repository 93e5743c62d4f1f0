import { CACHE_CLUSTER_SIZES } from '@shared/design/stage'
import { cacheHours } from '../../../cost/cache-hours'
import { totalOf } from '../../../cost/price-line'
import { PRICED_REGION, pricesOf } from '../../../cost/prices'
import { restRequests } from '../../../cost/rest-requests'
import { skipped, type CaseResult } from '../../conformance-suite'
import { compareMembers, played, type CaseEntry, type CaseKind } from './case-kind'

const INPUT = new Set(['id', 'source', 'note', 'expect', 'requestsMillions', 'cacheGb', 'hours'])

/** List prices of requests and of a cache's hours. */
export const PRICING_KIND: CaseKind = {
  name: 'pricing',
  play: (entry) => played(entry.id, () => price(entry)),
}

function price(entry: CaseEntry): CaseResult {
  const { requestsMillions, cacheGb, hours } = entry
  const unknown = Object.keys(entry).find((name) => !INPUT.has(name))
  if (unknown !== undefined) return skipped(entry.id, `"${unknown}" cannot be priced`)
  const { prices } = pricesOf(PRICED_REGION)
  const size = CACHE_CLUSTER_SIZES.find((one) => Number(one) === Number(cacheGb))
  const lines = [
    ...(typeof requestsMillions === 'number' ? [restRequests(Math.round(requestsMillions * 1e6), prices)] : []),
    ...(size !== undefined && typeof hours === 'number' ? [cacheHours(size, hours, prices)] : []),
  ]
  if (lines.length === 0) return skipped(entry.id, 'there is nothing to price')
  return compareMembers(entry, { usd: totalOf(lines) })
}
