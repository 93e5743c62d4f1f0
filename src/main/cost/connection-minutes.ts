import type { CostLine } from '@shared/contract/cost'
import { priceLine } from './price-line'
import type { RegionPrices } from './prices'

/** WebSocket APIs: every minute that a connection is open, whether anything is sent or not. */
export function connectionMinutes(minutes: number, { connectionMinutes: price }: RegionPrices): CostLine {
  const line = { id: 'connection-minutes', label: 'WebSocket connection minutes', quantity: minutes, unit: 'minutes' }
  return priceLine(line, price)
}
