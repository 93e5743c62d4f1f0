import type { Diagnostic } from '../../diagnostic'
import type { TrafficShape } from '../scenario'
import { checkRate } from './check-rate'
import { checkSeconds } from './check-seconds'
import { unless, type Path } from './problem'

/** Rates one after the other: at least one, each later than the one before. */
export function checkSteps(
  label: string,
  { steps }: Extract<TrafficShape, { type: 'STEPS' }>,
  shapeAt: Path,
): Diagnostic[] {
  const at = [...shapeAt, 'steps']
  return [
    ...unless(
      steps.length > 0,
      'scenario/steps-invalid',
      at,
      () => `${label} has no steps, so it sends nothing. Add one with at and ratePerSecond.`,
    ),
    ...steps.flatMap((step, index) => {
      const before = steps[index - 1]
      return [
        ...checkSeconds(`${label}, step ${index + 1}`, 'at', step.at, [...at, index]),
        ...checkRate(`${label}, step ${index + 1}`, 'ratePerSecond', step.ratePerSecond, [...at, index]),
        ...unless(
          before === undefined || before.at < step.at,
          'scenario/steps-invalid',
          [...at, index, 'at'],
          () =>
            `${label}: step ${index + 1} is at ${step.at} s, not after the one before, at ${before?.at} s. Sort the steps.`,
        ),
      ]
    }),
  ]
}
