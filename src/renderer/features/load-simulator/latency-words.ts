import type { BackendModel, LatencyDistribution } from '@shared/design/scenario'
import { formatMs, formatShare } from '../../ui/format'

/** "median 96 ms", "always 40 ms", "mean 20 ms". */
export function latencyWords(latency: LatencyDistribution): string {
  switch (latency.distribution) {
    case 'CONSTANT':
      return `always ${formatMs(latency.valueMs)}`
    case 'LOGNORMAL':
      return `median ${formatMs(latency.medianMs)}`
    case 'EXPONENTIAL':
      return `mean ${formatMs(latency.meanMs)}`
  }
}

/** "median 96 ms, 0.4 % errors, at most 50". */
export function backendWords(model: BackendModel): string {
  const errors = model.errorRate ? `, ${formatShare(model.errorRate)} errors` : ''
  const limit = model.concurrencyLimit === undefined ? '' : `, at most ${model.concurrencyLimit}`
  return `${latencyWords(model.latency)}${errors}${limit}`
}

/** The same kind of latency told another way: its typical value is kept when the distribution is changed. */
export function withDistribution(
  latency: LatencyDistribution,
  distribution: LatencyDistribution['distribution'],
): LatencyDistribution {
  if (distribution === latency.distribution) return latency
  const typicalMs = typicalOf(latency)
  switch (distribution) {
    case 'CONSTANT':
      return { distribution, valueMs: typicalMs }
    case 'LOGNORMAL':
      return { distribution, medianMs: typicalMs, sigma: 0.4 }
    case 'EXPONENTIAL':
      return { distribution, meanMs: typicalMs }
  }
}

function typicalOf(latency: LatencyDistribution): number {
  switch (latency.distribution) {
    case 'CONSTANT':
      return latency.valueMs
    case 'LOGNORMAL':
      return latency.medianMs
    case 'EXPONENTIAL':
      return latency.meanMs
  }
}
