import type { Popularity, TrafficShape, TrafficSource } from '@shared/design/scenario'
import { formatCount, formatDuration, formatNumber, plural } from '../../ui/format'
import { retryWords } from './retry-words'
import { isSpanned, SHAPES } from './shape-catalog'

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
    case 'STEPS':
      return rangeWords(shape.steps.map(({ ratePerSecond }) => ratePerSecond))
    case 'SPIKE':
      return rangeWords([shape.ratePerSecond, shape.peakRatePerSecond])
    case 'DAILY':
    case 'WEEKLY':
      return `~${formatNumber(shape.ratePerSecond)}/s`
    case 'CLOSED_LOOP':
      return plural(shape.users, 'user')
    case 'REPLAY':
      return shape.speed === undefined || shape.speed === 1 ? 'as logged' : `${formatNumber(shape.speed)}x`
  }
}

/** "6 to 240/s"; "6/s" when all are alike. */
function rangeWords(rates: readonly number[]): string {
  if (rates.length === 0) return '0/s'
  const [least, most] = [Math.min(...rates), Math.max(...rates)]
  return least === most ? `${formatNumber(least)}/s` : `${formatNumber(least)} to ${formatNumber(most)}/s`
}

/** When a source sends: "Poisson from 1:30 to 2:45", "Burst at 0:10 every 30 s", "Constant", "Replay of logs/monday.jsonl". */
export function shapeWords(shape: TrafficShape): string {
  const name = SHAPES[shape.type].word
  if (shape.type === 'REPLAY') return shape.file === '' ? name : `${name} of ${shape.file}`
  if (shape.type === 'SPIKE') return `${name} at ${formatDuration(shape.at)}`
  if (shape.type === 'STEPS') return plural(shape.steps.length, 'step')
  if (shape.type === 'BURST') {
    const again = shape.everyInSeconds ? ` every ${formatNumber(shape.everyInSeconds)} s` : ''
    return `${name} at ${formatDuration(shape.at)}${again}`
  }
  if (!isSpanned(shape)) return name
  const from = shape.from ? ` from ${formatDuration(shape.from)}` : ''
  const to = shape.to === undefined ? '' : ` to ${formatDuration(shape.to)}`
  return `${name}${from}${to}`
}

/** "Poisson, 900 callers, mostly GET /orders". */
export function sourceWords(source: TrafficSource): string {
  const callers = source.identities ? `, ${countWords(source.identities, 'caller')}` : ''
  return `${shapeWords(source.shape)}${callers}, ${routeWords(source.routes)}`
}

/** "key acme-web", "key acme-web and 2 more", "no API key"; and how it retries: "no API key, 3 attempts, FULL jitter". */
export function keyWords(source: TrafficSource): string {
  const [first, ...others] = source.apiKeys?.names ?? []
  const keys =
    first === undefined ? 'no API key' : others.length === 0 ? `key ${first}` : `key ${first} and ${others.length} more`
  return source.retry === undefined ? keys : `${keys}, ${retryWords(source.retry)}`
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
