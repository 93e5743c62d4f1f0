import type { MetricEstimate } from '@shared/contract/sweep'
import { studentT95 } from './student-t'

/** Mean and 95 % interval of one figure over several seeds. Runs that have no such figure do not count; 0 when none has. */
export function estimateMetric(values: readonly (number | null)[]): MetricEstimate {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return { mean: 0, low: 0, high: 0 }
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length
  if (known.length === 1) return { mean, low: mean, high: mean }
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1)
  const halfWidth = studentT95(known.length - 1) * Math.sqrt(variance / known.length)
  return { mean, low: mean - halfWidth, high: mean + halfWidth }
}
