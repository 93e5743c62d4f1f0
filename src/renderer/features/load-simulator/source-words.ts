import type { Popularity, TrafficShape, TrafficSource } from '@shared/design/scenario'
import { formatCount, formatDuration, formatNumber } from '../../ui/format'

/** The rate of a source in a few letters: "170/s", "~170/s" for a mean, "6 to 240/s", "1,500 at once". */
export function rateWords(shape: TrafficShape): string {
  switch (shape.type) {
    case 'CONSTANT':
      return `${formatNumber(shape.ratePerSecond)}/s`
    case 'POISSON':
      return `~${formatNumber(shape.ratePerSecond)}/s`
    case 'RAMP':
      return `${formatNumber(shape.fromRatePerSecond)} to ${formatNumber(shape.toRatePerSecond)}/s`
    case 'BURST':
      return shape.spreadInSeconds
        ? `${formatCount(shape.count)} in ${formatNumber(shape.spreadInSeconds)} s`
        : `${formatCount(shape.count)} at once`
  }
}

const SHAPE_WORDS = { CONSTANT: 'Constant', POISSON: 'Poisson', BURST: 'Burst', RAMP: 'Ramp' } as const

/** When a source sends: "Poisson from 1:30 to 2:45", "Burst at 0:10 every 30 s", "Constant". */
export function shapeWords(shape: TrafficShape): string {
  const name = SHAPE_WORDS[shape.type]
  if (shape.type === 'BURST') {
    const again = shape.everyInSeconds ? ` every ${formatNumber(shape.everyInSeconds)} s` : ''
    return `${name} at ${formatDuration(shape.at)}${again}`
  }
  const from = shape.from ? ` from ${formatDuration(shape.from)}` : ''
  const to = shape.to === undefined ? '' : ` to ${formatDuration(shape.to)}`
  return `${name}${from}${to}`
}

/** "Poisson, 900 callers, mostly GET /orders". */
export function sourceWords(source: TrafficSource): string {
  const callers = source.identities ? `, ${countWords(source.identities, 'caller')}` : ''
  return `${shapeWords(source.shape)}${callers}, ${routeWords(source.routes)}`
}

/** "key acme-web", "key acme-web and 2 more", "no API key". */
export function keyWords(source: TrafficSource): string {
  const [first, ...others] = source.apiKeys?.names ?? []
  if (first === undefined) return 'no API key'
  return others.length === 0 ? `key ${first}` : `key ${first} and ${others.length} more`
}

function countWords({ count }: Popularity, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** The only route by name, the leading one with its share, or how many there are. */
function routeWords(routes: TrafficSource['routes']): string {
  const entries = Object.entries(routes)
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0)
  const [leader] = entries.toSorted((a, b) => b[1] - a[1])
  if (leader === undefined) return 'no route'
  if (entries.length === 1) return leader[0]
  return total > 0 ? `${Math.round((leader[1] / total) * 100)} % ${leader[0]}` : `${entries.length} routes`
}
