import { expect, it } from 'vitest'
import { seededDraw } from '../testing/seeded-draw'
import { FirstRows } from './first-rows'
import { Row } from './row'
import { rowOrder } from './row-order'

it('keeps what sorting everything would put first', () => {
  const draw = seededDraw(3)
  const order = rowOrder([
    { slot: 0, isDescending: true },
    { slot: 1, isDescending: false },
  ])
  const rows = Array.from({ length: 2000 }, (_, ordinal) => {
    const row = new Row(2)
    row.slots[0] = draw(5) === 0 ? null : draw(20)
    row.slots[1] = ['a', 'b2', 'b10'][draw(3)]
    row.ordinal = ordinal
    return row
  })
  const first = new FirstRows(150, order, (row) => row)
  for (const row of rows) first.add(row)
  const ordinals = (some: readonly Row[]) => some.map(({ ordinal }) => ordinal)
  expect(ordinals(first.sorted())).toEqual(ordinals(rows.toSorted(order).slice(0, 150)))
})
