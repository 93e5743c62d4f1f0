import { describe, expect, it } from 'vitest'
import { Random } from '../random'
import { estimateMetric } from './estimate-metric'
import { studentT95 } from './student-t'

describe('studentT95', () => {
  // Source: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2.
  it.each([
    [1, 12.7062],
    [2, 4.3027],
    [9, 2.2622],
    [30, 2.0423],
    [31, 2.0395],
    [40, 2.0211],
    [60, 2.0003],
    [100, 1.984],
    [999, 1.9623],
  ])('of %d degrees of freedom is %f', (degrees, point) => {
    expect(studentT95(degrees)).toBeCloseTo(point, 4)
  })
})

describe('estimateMetric', () => {
  it('gives mean and interval of a textbook sample', () => {
    // Mean 5, standard deviation 2.5820 with 3 degrees of freedom: 5 +- 3.1824 x 1.2910.
    const { mean, low, high } = estimateMetric([2, 4, 6, 8])
    expect([mean, low, high].map((value) => Number(value.toFixed(3)))).toEqual([5, 0.892, 9.108])
  })

  it('is the value itself for one seed, and for equal ones', () => {
    expect(estimateMetric([7])).toEqual({ mean: 7, low: 7, high: 7 })
    expect(estimateMetric([7, 7, 7])).toEqual({ mean: 7, low: 7, high: 7 })
  })

  it('leaves out runs that have no such figure, and is 0 where none has', () => {
    expect(estimateMetric([null, 2, null])).toEqual({ mean: 2, low: 2, high: 2 })
    expect(estimateMetric([null])).toEqual({ mean: 0, low: 0, high: 0 })
    expect(estimateMetric([])).toEqual({ mean: 0, low: 0, high: 0 })
  })

  it('holds the true mean of 95 samples of 100', () => {
    const random = new Random(5, 1)
    const covered = Array.from({ length: 4000 }, () => {
      // Sums of twelve uniform draws are all but normal, with mean 6.
      const sample = Array.from({ length: 5 }, () => {
        let sum = 0
        for (let draw = 0; draw < 12; draw++) sum += random.uniform()
        return sum
      })
      const { low, high } = estimateMetric(sample)
      return low <= 6 && 6 <= high
    }).filter(Boolean).length
    // Four standard errors of a share of 4,000.
    expect(Math.abs(covered / 4000 - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / 4000))
  })
})
