import type { LatencyDistribution } from './scenario'

/** What a distribution gives on average, in milliseconds; of NORMAL as if it were not cut off at 0. To size things, never to draw. */
export function meanLatency(model: LatencyDistribution): number {
  switch (model.distribution) {
    case 'CONSTANT':
      return model.valueMs
    case 'UNIFORM':
      return (model.minMs + model.maxMs) / 2
    case 'NORMAL':
    case 'EXPONENTIAL':
      return model.meanMs
    case 'LOGNORMAL':
      return Math.min(model.medianMs * Math.exp(model.sigma ** 2 / 2), Number.MAX_VALUE)
    case 'EMPIRICAL':
      return meanOfLines(model.valuesMs)
  }
}

/** In straight lines between values in order of size, each gap alike: the ends weigh half. */
function meanOfLines(values: readonly number[]): number {
  if (values.length <= 1) return values[0] ?? 0
  const least = values.reduce((a, b) => Math.min(a, b), Infinity)
  const most = values.reduce((a, b) => Math.max(a, b), -Infinity)
  return (values.reduce((sum, value) => sum + value, 0) - (least + most) / 2) / (values.length - 1)
}
