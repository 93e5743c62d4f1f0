import type { Diagnostic } from '../../diagnostic'
import type { LatencyDistribution } from '../scenario'
import { isNumberWithin } from './numbers'
import { unless, type Path } from './problem'

/** Times of 0 ms or more, in the right order; `undefined` is not checked. */
export function checkLatency(label: string, latency: LatencyDistribution | undefined, at: Path): Diagnostic[] {
  if (latency === undefined) return []
  if (latency.distribution === 'EMPIRICAL') return checkValues(label, latency.valuesMs, [...at, 'valuesMs'])
  const wrong = numbersOf(latency).flatMap(([member, value]) => checkNumber(label, member, value, [...at, member]))
  if (latency.distribution !== 'UNIFORM' || wrong.length > 0) return wrong
  const { minMs, maxMs } = latency
  return unless(
    minMs <= maxMs,
    'scenario/latency-invalid',
    [...at, 'maxMs'],
    () => `${label}: maxMs is ${maxMs}, less than minMs, ${minMs}. Give ${minMs} or more.`,
  )
}

function checkNumber(label: string, member: string, value: number, at: Path): Diagnostic[] {
  return unless(
    isNumberWithin(value, 0),
    'scenario/latency-invalid',
    at,
    () => `${label}: ${member} is ${value}. Give 0 or more.`,
  )
}

function checkValues(label: string, values: readonly number[], at: Path): Diagnostic[] {
  return [
    ...unless(
      values.length > 0,
      'scenario/latency-invalid',
      at,
      () => `${label}: valuesMs holds no time. Give at least one, in milliseconds.`,
    ),
    ...values.flatMap((value, index) => checkNumber(label, `valuesMs ${index + 1}`, value, [...at, index])),
  ]
}

function numbersOf(latency: Exclude<LatencyDistribution, { distribution: 'EMPIRICAL' }>): [string, number][] {
  const { distribution: _, ...numbers } = latency
  return Object.entries(numbers)
}
