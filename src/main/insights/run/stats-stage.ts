import type { Accumulator } from '../aggregates/aggregate'
import { flatCopy } from '../values/flat-copy'
import { Timestamp, type Value } from '../values/value'
import type { Compiled } from './compile-expression'
import { groupKey } from './group-key'
import { Row } from './row'
import type { Assignment } from './stages'
import type { StageMaker } from './stage'

/** Groups of one stats; a result shows far fewer. */
const MOST_GROUPS = 1_000_000

/** An aggregate of stats. */
export interface StatsColumn {
  /** Of the rows that stats makes. */
  readonly slot: number
  /** Null for `count(*)`. */
  readonly operand: Compiled | null
  readonly start: () => Accumulator
}

export interface StatsPlan {
  /** `slot` is of the rows that stats makes, `compute` of those it takes. */
  readonly groups: readonly Assignment[]
  readonly columns: readonly StatsColumn[]
  /** Null where no aggregate asks for it. */
  readonly instant: Compiled | null
  /** Slots of the rows that stats makes. */
  readonly size: () => number
}

interface Group {
  readonly keys: readonly Value[]
  readonly accumulators: readonly Accumulator[]
}

/** Replace rows by one for each combination of the groups' values, in the order in which they came first. */
export function statsStage(plan: StatsPlan): StageMaker {
  return (next, run) => {
    const groups = new Map<string, Group>()
    // Without "by" there is one group, even of no records.
    if (plan.groups.length === 0) groups.set('', startGroup(plan, []))
    const find = (row: Row): Group | null => {
      if (plan.groups.length === 0) return groups.get('')!
      const keys = plan.groups.map(({ compute }) => compute(row))
      const key = groupKey(keys)
      const known = groups.get(key)
      if (known !== undefined) return known
      if (groups.size >= MOST_GROUPS) {
        run.notes.add(`stats has made ${MOST_GROUPS} groups; records of further ones are left out.`)
        return null
      }
      const group = startGroup(
        plan,
        keys.map((value) => (typeof value === 'string' ? flatCopy(value) : value)),
      )
      groups.set(flatCopy(key), group)
      return group
    }
    return {
      push: (row) => {
        const group = find(row)
        if (group !== null) addTo(group, plan, row)
      },
      end: () => {
        let ordinal = 0
        for (const group of groups.values()) next.push(groupRow(group, plan, ordinal++))
        next.end()
      },
    }
  }
}

function startGroup({ columns }: StatsPlan, keys: readonly Value[]): Group {
  return { keys, accumulators: columns.map(({ start }) => start()) }
}

function addTo({ accumulators }: Group, { columns, instant }: StatsPlan, row: Row): void {
  const time = instant === null ? null : instant(row)
  const at = time instanceof Timestamp ? time.millis : null
  for (let index = 0; index < columns.length; index++) {
    const { operand } = columns[index]!
    accumulators[index]!.add(operand === null ? true : operand(row), at)
  }
}

function groupRow({ keys, accumulators }: Group, { groups, columns, size }: StatsPlan, ordinal: number): Row {
  const row = new Row(size())
  row.slots.fill(null)
  row.ordinal = ordinal
  groups.forEach(({ slot }, index) => (row.slots[slot] = keys[index]!))
  columns.forEach(({ slot }, index) => (row.slots[slot] = accumulators[index]!.result()))
  return row
}
