import type { LatencyDistribution } from '@shared/design/scenario'
import { list, number, required, struct, union, word } from '../shape'

type LatencyOf<Distribution> = Extract<LatencyDistribution, { distribution: Distribution }>

export const latencyShape = union<LatencyDistribution, 'distribution'>('distribution', {
  CONSTANT: struct<LatencyOf<'CONSTANT'>>('ConstantLatency', {
    distribution: required(word('CONSTANT')),
    valueMs: required(number),
  }),
  UNIFORM: struct<LatencyOf<'UNIFORM'>>('UniformLatency', {
    distribution: required(word('UNIFORM')),
    minMs: required(number),
    maxMs: required(number),
  }),
  NORMAL: struct<LatencyOf<'NORMAL'>>('NormalLatency', {
    distribution: required(word('NORMAL')),
    meanMs: required(number),
    standardDeviationMs: required(number),
  }),
  LOGNORMAL: struct<LatencyOf<'LOGNORMAL'>>('LognormalLatency', {
    distribution: required(word('LOGNORMAL')),
    medianMs: required(number),
    sigma: required(number),
  }),
  EXPONENTIAL: struct<LatencyOf<'EXPONENTIAL'>>('ExponentialLatency', {
    distribution: required(word('EXPONENTIAL')),
    meanMs: required(number),
  }),
  EMPIRICAL: struct<LatencyOf<'EMPIRICAL'>>('EmpiricalLatency', {
    distribution: required(word('EMPIRICAL')),
    valuesMs: required(list(number)),
  }),
})
