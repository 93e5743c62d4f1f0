import { expect, it } from 'vitest'
import { labelItems, pairItems } from './pair-items'

const [a1, a2, b] = [
  { name: 'a', value: 1 },
  { name: 'a', value: 2 },
  { name: 'b', value: 3 },
]
const [otherA, otherC] = [
  { name: 'a', value: 2 },
  { name: 'c', value: 3 },
]
const rules = [
  (item: { name: string; value: number }) => `${item.name} ${item.value}`,
  ({ name }: { name: string }) => name,
  ({ value }: { value: number }) => String(value),
]

it('the first rule that pairs two items wins, and each has one partner', () => {
  const pairs = pairItems([a1, a2, b], [otherA, otherC], rules)
  expect([...pairs]).toEqual([
    [a2, otherA],
    [b, otherC],
  ])
})

it('partners have one label, items of the same name different ones', () => {
  const [before, after] = [
    [a1, a2, b],
    [otherA, otherC],
  ]
  const labels = labelItems(before, after, pairItems(before, after, rules), ({ name }) => name)
  expect([...labels.before.values()]).toEqual(['a (2)', 'a', 'c'])
  expect([...labels.after.values()]).toEqual(['a', 'c'])
})

it('an item may be the same object on both sides', () => {
  const labels = labelItems([a1, a2], [a2, a1], pairItems([a1, a2], [a2, a1], rules), ({ name }) => name)
  expect([labels.before.get(a1), labels.after.get(a1)]).toEqual(['a (2)', 'a (2)'])
})
