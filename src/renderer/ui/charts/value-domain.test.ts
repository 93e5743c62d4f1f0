import { expect, it } from 'vitest'
import type { ChartSeries } from './chart-row'
import { greatestValue, groupsOf } from './value-domain'

const area = (key: string): ChartSeries => ({ key, label: key, draw: 'area', colour: 'outcome-served' })
const line = (key: string): ChartSeries => ({ key, label: key, draw: 'line', colour: 'outcome-offered' })

it('adds areas up and takes lines one by one', () => {
  const rows = [
    { timeMs: 0, a: 3, b: 4, c: 5 },
    { timeMs: 1, a: null, b: 1, c: 9 },
  ]
  expect(greatestValue(rows, [area('a'), area('b')])).toBe(7)
  expect(greatestValue(rows, [area('a'), area('b'), line('c')])).toBe(9)
  expect(greatestValue([], [area('a')])).toBe(0)
})

it('keeps the members of a stack together', () => {
  expect(groupsOf([area('a'), line('c'), area('b')])).toEqual([['a', 'b'], ['c']])
  expect(groupsOf([line('c')])).toEqual([['c']])
})
