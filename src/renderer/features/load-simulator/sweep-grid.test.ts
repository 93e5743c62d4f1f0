import { describe, expect, it } from 'vitest'
import type { SweepCell } from '@shared/contract/sweep'
import { cellAfterKey, estimateOf, heatLevel, metricSpan, sweepGrid } from './sweep-grid'
import { LINE, lineDrawing } from './sweep-line-shape'
import { estimateWords, planWords, progressWords, seekWords, valuesWords } from './sweep-words'

const cell = (values: readonly number[], mean: number, spread = 0): SweepCell => ({
  values,
  metrics: [{ mean, low: mean - spread, high: mean + spread }],
})

describe('sweepGrid', () => {
  it('has the first axis across and the second upwards, with holes for what has not run', () => {
    const cells = [cell([1, 10], 5), cell([2, 20], 7)]
    const grid = sweepGrid([{ values: [1, 2] }, { values: [10, 20] }], cells)
    expect([grid.columns, grid.rows, grid.cells]).toEqual([
      [1, 2],
      [20, 10],
      [
        [null, cells[1]],
        [cells[0], null],
      ],
    ])
  })
  it('is one row over one axis', () => {
    const cells = [cell([2], 7)]
    expect(sweepGrid([{ values: [1, 2] }], cells).cells).toEqual([[null, cells[0]]])
  })
})

describe('shades', () => {
  it('go from the least to the greatest in seven equal steps', () => {
    expect([0, 1, 3.5, 6.9, 7].map((value) => heatLevel(value, [0, 7]))).toEqual([0, 1, 3, 6, 6])
    expect(heatLevel(5, [5, 5])).toBe(0)
  })
  it('leave out what has no value', () => {
    expect(metricSpan([cell([1], NaN), cell([2], 3), cell([3], 9)], 0)).toEqual([3, 9])
    expect([metricSpan([cell([1], NaN)], 0), estimateOf(cell([1], NaN), 0), estimateOf(null, 0)]).toEqual([
      null,
      null,
      null,
    ])
  })
})

it('moves by arrow keys and stays within the grid', () => {
  const grid = { rows: [1, 2], columns: [1, 2, 3] }
  expect(
    ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'x'].map((key) =>
      cellAfterKey(key, [0, 1], grid),
    ),
  ).toEqual([[0, 1], [1, 1], [0, 0], [0, 2], [0, 0], [0, 2], null])
})

describe('lineDrawing', () => {
  const size = { width: 188, height: 136 }
  it('draws the mean as a line and the interval as a band around it', () => {
    const drawing = lineDrawing([cell([0], 0), cell([10], 50, 50)], [0, 10], 0, size)
    expect(drawing.points.map(({ x, y }) => [x, y])).toEqual([
      [LINE.left, 112],
      [164, 62],
    ])
    expect([drawing.line, drawing.band]).toEqual([
      'M 64.0 112.0 L 164.0 62.0',
      'M 64.0 112.0 L 164.0 12.0 L 164.0 112.0 L 64.0 112.0 Z',
    ])
  })
  it('leaves a gap for what has not run, and draws no line through one point', () => {
    const drawing = lineDrawing([null, cell([10], 50)], [0, 10], 0, size)
    expect([drawing.line, drawing.points[0]?.estimate]).toEqual(['', null])
  })
})

describe('words', () => {
  it('tell what will run', () => {
    const axes = [{ values: [1, 2, 3] }, { values: [1, 2] }] as never
    expect(planWords({ axes, seeds: 4 }, 300)).toBe('3 x 2 combinations, 4 seeds each: 24 runs of 5:00')
    expect(planWords({ axes: [{ values: [1] }] as never, durationInSeconds: 10 }, 300)).toBe('1 value: 1 run of 0:10')
    expect(progressWords(12, 48)).toBe('12 of 48 runs')
  })
  it('tell a value with its interval when there is one', () => {
    expect(estimateWords('throttledShare', { mean: 0.034, low: 0.034, high: 0.034 })).toBe('3.4 %')
    expect(estimateWords('latencyP95', { mean: 120, low: 110, high: 130 })).toBe('120 ms (110 ms to 130 ms)')
    expect(valuesWords([{ label: 'Rate' }, { label: 'Burst' }], [100, 5000])).toBe('Rate 100, Burst 5,000')
  })
  it('tell what a search came to', () => {
    const tried = [{ value: 82, actual: [0], holds: true }]
    expect(seekWords('Burst limit of POST /orders', 400, { value: 82, tried })).toBe(
      '82 is the smallest burst limit of POST /orders with which every condition holds. 1 value tried.',
    )
    expect(seekWords('Burst limit', 400, { value: null, tried: [] })).toBe(
      'Not even 400 is enough: something else stands in the way. 0 values tried.',
    )
  })
})
