/** The 97.5 % points of Student's t for 1 to 30 degrees of freedom. Source: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2. */
const POINTS = [
  12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622, 2.2281, 2.201, 2.1788, 2.1604, 2.1448, 2.1314,
  2.1199, 2.1098, 2.1009, 2.093, 2.086, 2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423,
]
/** The same point of the normal distribution. */
const NORMAL_POINT = 1.959964

/**
 * How many standard errors to each side of a mean hold the true one with 95 % confidence. Beyond the table the expansion of
 * Abramowitz and Stegun, 26.7.5, good to four decimals there.
 */
export function studentT95(degreesOfFreedom: number): number {
  const known = POINTS[degreesOfFreedom - 1]
  if (known !== undefined) return known
  const x = NORMAL_POINT
  const n = degreesOfFreedom
  const first = (x ** 3 + x) / 4
  const second = (5 * x ** 5 + 16 * x ** 3 + 3 * x) / 96
  const third = (3 * x ** 7 + 19 * x ** 5 + 17 * x ** 3 - 15 * x) / 384
  return x + first / n + second / n ** 2 + third / n ** 3
}
