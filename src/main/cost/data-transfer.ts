import type { CostLine } from '@shared/contract/cost'
import { priceLine } from './price-line'
import type { RegionPrices } from './prices'

const GB = 2 ** 30

/** Bytes of response bodies out to the internet. What comes in is free. */
export function dataTransfer(bytes: number, { dataTransferGb: price }: RegionPrices): CostLine {
  const line = { id: 'data-transfer', label: 'Data transfer out', quantity: bytes / GB, unit: 'GB' }
  return priceLine(line, price)
}
