import { flatCopy } from '../values/flat-copy'
import { MOST_ROWS } from '../parse/parse-command'
import type { Compiled } from './compile-expression'
import { FirstRows } from './first-rows'
import { groupKey } from './group-key'
import type { Row } from './row'
import type { RowOrder } from './row-order'
import type { StageMaker } from './stage'

/** Combinations that are told apart. */
const MOST_KEYS = 1_000_000

/**
 * Hand on the first row of each combination of values, in the order of before. Where one of them is missing it is no duplicate of
 * anything; of these no more are kept than a result can show.
 */
export function dedupStage(fields: readonly Compiled[], order: RowOrder): StageMaker {
  return (next, run) => {
    const best = new Map<string, Row>()
    const incomplete = new FirstRows(MOST_ROWS, order, run.keep)
    const addTo = (key: string, row: Row): void => {
      const known = best.get(key)
      if (known === undefined && best.size >= MOST_KEYS) {
        run.notes.add(`dedup has seen ${MOST_KEYS} combinations; further ones are left out.`)
      } else if (known === undefined) best.set(flatCopy(key), run.keep(row))
      else if (order(row, known) < 0) best.set(key, run.keep(row))
    }
    return {
      push: (row) => {
        const values = fields.map((field) => field(row))
        if (values.includes(null)) incomplete.add(row)
        else addTo(groupKey(values), row)
      },
      end: () => {
        for (const row of [...best.values(), ...incomplete.sorted()]) next.push(row)
        next.end()
      },
    }
  }
}
