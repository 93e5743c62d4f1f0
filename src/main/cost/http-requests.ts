import type { CostLine } from '@shared/contract/cost'
import { HTTP_REQUEST_INCREMENT, meteredUnits } from './metered-units'
import { priceLine } from './price-line'
import type { RegionPrices } from './prices'

/**
 * HTTP APIs: a request counts once for each 512 KB begun. `bytes` of the larger of its two bodies. Departure: AWS does not say which
 * direction counts.
 */
export function httpRequests(requests: number, bytes: number, { httpRequests: price }: RegionPrices): CostLine {
  const quantity = requests * meteredUnits(bytes, HTTP_REQUEST_INCREMENT)
  return priceLine({ id: 'requests', label: 'HTTP API requests', quantity, unit: 'requests' }, price)
}
