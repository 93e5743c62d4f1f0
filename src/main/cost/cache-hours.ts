import type { CostLine } from '@shared/contract/cost'
import type { CacheClusterSize } from '@shared/design/stage'
import { priceLine } from './price-line'
import type { RegionPrices } from './prices'

/** REST APIs: a stage's cache, by the hour and its size, while it is there. A hit is a charged request all the same. */
export function cacheHours(size: CacheClusterSize, hours: number, { cacheHour }: RegionPrices): CostLine {
  const line = { id: 'cache', label: `Response cache, ${size} GB`, quantity: hours, unit: 'hours' }
  return priceLine(line, cacheHour[size]!)
}
