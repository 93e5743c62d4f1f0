import { FirstRows } from './first-rows'
import type { Row } from './row'
import type { RowOrder } from './row-order'
import type { StageMaker } from './stage'

/** Hand on the first rows of an order, in that order, once all are there. `isImplied`: nobody has asked for the limit. */
export function limitStage(count: number, order: RowOrder, isImplied: boolean): StageMaker {
  return (next, run) => {
    const first = new FirstRows(count, order, run.keep)
    let rows = 0
    return {
      push: (row: Row) => {
        rows++
        first.add(row)
      },
      end: () => {
        if (isImplied && rows > count)
          run.notes.add(`These are the first ${count} of ${rows} rows; limit shows no more.`)
        first.sorted().forEach((row, index) => {
          row.ordinal = index
          next.push(row)
        })
        next.end()
      },
    }
  }
}
