import type { Bounds, Statistic } from './statistic'

/**
 * A statistic of the samples of one period, which are in order of size; null when there are none. Percentiles go in straight lines
 * between samples: how CloudWatch does it is not published. Source: observability-and-cost.md 1.2.
 */
export function statisticValue(statistic: Statistic, sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null
  switch (statistic.type) {
    case 'SampleCount':
      return sorted.length
    case 'Sum':
      return sum(sorted)
    case 'Average':
      return sum(sorted) / sorted.length
    case 'Minimum':
      return sorted[0]!
    case 'Maximum':
      return sorted.at(-1)!
    case 'percentile':
      return quantile(sorted, statistic.percent)
    case 'winsorizedMean':
      return winsorizedMean(sorted, statistic.range)
    default:
      return trimmed(statistic.type, keptOf(sorted, statistic.range), sorted.length)
  }
}

function trimmed(type: string, kept: readonly number[], all: number): number | null {
  if (type === 'trimmedCount') return kept.length
  if (type === 'trimmedSum') return sum(kept)
  if (type === 'rank') return (100 * kept.length) / all
  return kept.length === 0 ? null : sum(kept) / kept.length
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function quantile(sorted: readonly number[], percent: number): number {
  const rank = (percent / 100) * (sorted.length - 1)
  const below = Math.floor(rank)
  const [low, high] = [sorted[below]!, sorted[Math.min(below + 1, sorted.length - 1)]!]
  return low + (high - low) * (rank - below)
}

/** By value the lower bound is outside and the upper one inside. */
function keptOf(sorted: readonly number[], range: Bounds): readonly number[] {
  const [from, to] = placesOf(sorted, range)
  return sorted.slice(from, to)
}

function placesOf(sorted: readonly number[], { low, high, unit }: Bounds): readonly [number, number] {
  const count = sorted.length
  if (unit === 'percent') {
    return [Math.round(((low ?? 0) / 100) * count), Math.round(((high ?? 100) / 100) * count)]
  }
  const from = low === null ? 0 : countUpTo(sorted, low)
  return [from, high === null ? count : countUpTo(sorted, high)]
}

function countUpTo(sorted: readonly number[], bound: number): number {
  const index = sorted.findIndex((value) => value > bound)
  return index < 0 ? sorted.length : index
}

/** What is cut off counts as the sample at the edge. */
function winsorizedMean(sorted: readonly number[], range: Bounds): number | null {
  const [from, to] = placesOf(sorted, range)
  const kept = sorted.slice(from, to)
  if (kept.length === 0) return null
  const cut = from * kept[0]! + (sorted.length - to) * kept.at(-1)!
  return (sum(kept) + cut) / sorted.length
}
