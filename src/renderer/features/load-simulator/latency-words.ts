import type { BackendModel, LatencyDistribution } from '@shared/design/scenario'
import { formatCount, formatMs, formatShare, plural } from '../../ui/format'

/** "median 96 ms", "always 40 ms", "mean 20 ms", "10 ms to 50 ms", "12 measured times". */
export function latencyWords(latency: LatencyDistribution): string {
  switch (latency.distribution) {
    case 'CONSTANT':
      return `always ${formatMs(latency.valueMs)}`
    case 'UNIFORM':
      return `${formatMs(latency.minMs)} to ${formatMs(latency.maxMs)}`
    case 'NORMAL':
      return `mean ${formatMs(latency.meanMs)} ± ${formatMs(latency.standardDeviationMs)}`
    case 'LOGNORMAL':
      return `median ${formatMs(latency.medianMs)}`
    case 'EXPONENTIAL':
      return `mean ${formatMs(latency.meanMs)}`
    case 'EMPIRICAL':
      return plural(latency.valuesMs.length, 'measured time')
  }
}

/** "median 96 ms, 0.4 % errors, at most 50, queue". */
export function backendWords(model: BackendModel): string {
  const parts = [
    latencyWords(model.latency),
    model.errorRate ? `${formatShare(model.errorRate)} errors` : null,
    model.timeoutRate ? `${formatShare(model.timeoutRate)} never answer` : null,
    model.concurrencyLimit === undefined ? null : `at most ${formatCount(model.concurrencyLimit)}`,
    model.whenBusy === 'QUEUE' ? 'queue' : null,
    model.coldStart ? 'cold starts' : null,
    model.outages?.length ? plural(model.outages.length, 'outage') : null,
    model.isPersonal ? 'personal' : null,
  ]
  return parts.filter((part) => part !== null).join(', ')
}

/** The same kind of latency told another way: its typical value is kept when the distribution is changed. */
export function withDistribution(
  latency: LatencyDistribution,
  distribution: LatencyDistribution['distribution'],
): LatencyDistribution {
  if (distribution === latency.distribution) return latency
  const typical = typicalMs(latency)
  const rounded = (value: number): number => Number(value.toPrecision(6))
  switch (distribution) {
    case 'CONSTANT':
      return { distribution, valueMs: typical }
    case 'UNIFORM':
      return { distribution, minMs: rounded(typical / 2), maxMs: rounded(typical * 1.5) }
    case 'NORMAL':
      return { distribution, meanMs: typical, standardDeviationMs: rounded(typical / 5) }
    case 'LOGNORMAL':
      return { distribution, medianMs: typical, sigma: 0.4 }
    case 'EXPONENTIAL':
      return { distribution, meanMs: typical }
    case 'EMPIRICAL':
      return { distribution, valuesMs: [rounded(typical * 0.8), typical, rounded(typical * 1.5)] }
  }
}

/** The value that stands for a distribution: its constant, mean or median. Milliseconds. */
export function typicalMs(latency: LatencyDistribution): number {
  switch (latency.distribution) {
    case 'CONSTANT':
      return latency.valueMs
    case 'UNIFORM':
      return (latency.minMs + latency.maxMs) / 2
    case 'NORMAL':
    case 'EXPONENTIAL':
      return latency.meanMs
    case 'LOGNORMAL':
      return latency.medianMs
    case 'EMPIRICAL': {
      const inOrder = latency.valuesMs.toSorted((a, b) => a - b)
      return inOrder[Math.floor((inOrder.length - 1) / 2)] ?? 0
    }
  }
}
