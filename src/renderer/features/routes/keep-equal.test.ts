import { expect, it } from 'vitest'
import { isSameMap, isSameSet, keepEqual } from './keep-equal'

it('keeps the first of equal values and takes the next that differs', () => {
  const keep = keepEqual<ReadonlySet<string>>(isSameSet)
  const first = new Set(['a', 'b'])
  const other = new Set(['a', 'c'])
  expect([keep(first), keep(new Set(['b', 'a'])), keep(other)].map((set) => [set === first, set === other])).toEqual([
    [true, false],
    [true, false],
    [false, true],
  ])
})

it('tells maps apart by keys and values', () => {
  const map = new Map([['a', 1]])
  expect(
    [new Map([['a', 1]]), new Map([['a', 2]]), new Map([['b', 1]]), new Map()].map((other) => isSameMap(map, other)),
  ).toEqual([true, false, false, false])
})
