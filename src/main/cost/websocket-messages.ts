import type { CostLine } from '@shared/contract/cost'
import { meteredUnits, WEBSOCKET_MESSAGE_INCREMENT } from './metered-units'
import { priceLine } from './price-line'
import type { RegionPrices } from './prices'

/** WebSocket APIs: a message, in or out, counts once for each 32 KB begun. */
export function webSocketMessages(
  messages: number,
  bytes: number,
  { webSocketMessages: price }: RegionPrices,
): CostLine {
  const quantity = messages * meteredUnits(bytes, WEBSOCKET_MESSAGE_INCREMENT)
  return priceLine({ id: 'messages', label: 'WebSocket API messages', quantity, unit: 'messages' }, price)
}
