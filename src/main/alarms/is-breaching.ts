import type { ComparisonOperator } from '@shared/design/alarm'

const COMPARE: Readonly<Record<ComparisonOperator, (value: number, threshold: number) => boolean>> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
}

/** In words, as in "greater than 50". */
export const COMPARISON_WORDS: Readonly<Record<ComparisonOperator, string>> = {
  GreaterThanOrEqualToThreshold: 'at least',
  GreaterThanThreshold: 'greater than',
  LessThanThreshold: 'less than',
  LessThanOrEqualToThreshold: 'at most',
}

/** Whether a value is on the wrong side of a threshold. */
export function isBreaching(operator: ComparisonOperator, value: number, threshold: number): boolean {
  return COMPARE[operator](value, threshold)
}
