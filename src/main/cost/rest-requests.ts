import type { CostLine } from '@shared/contract/cost'
import { priceLine } from './price-line'
import type { RegionPrices } from './prices'

/** REST APIs: each request counts once, whatever its size. */
export function restRequests(requests: number, { restRequests: price }: RegionPrices): CostLine {
  return priceLine({ id: 'requests', label: 'REST API requests', quantity: requests, unit: 'requests' }, price)
}
