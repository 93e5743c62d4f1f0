import { aggregateNamed } from '../aggregates/aggregate-table'
import type { Command } from '../parse/query'
import { aggregatesIn, type AggregateExpression } from './aggregates-in'
import type { Compilation } from './compilation'
import { compileExpression } from './compile-expression'
import { Scope } from './scope'
import type { ShownColumn } from './shown-columns'
import type { StageMaker } from './stage'
import { computeStage, type Assignment } from './stages'
import { statsStage, type StatsColumn } from './stats-stage'

/** The stages of a stats command and what it shows. From here on the compilation knows the names that stats has made only. */
export function planStats(
  { items, groups }: Extract<Command, { kind: 'stats' }>,
  to: Compilation,
): { readonly makers: readonly StageMaker[]; readonly shown: readonly ShownColumn[] } {
  const textOf = ({ from, to: end }: { from: number; to: number }): string => to.text.slice(from, end)
  const after = new Scope('groups')
  const keys = groups.map(({ expression, name }): Assignment => {
    const compute = compileExpression(expression, to)
    return { compute, slot: after.declareColumn(name, textOf(expression)) }
  })
  const aggregates = items.flatMap(({ expression }) => aggregatesIn(expression))
  const columns = aggregates.map((one): StatsColumn => ({
    ...compileAggregate(one, to),
    slot: after.declareColumn(textOf(one), textOf(one)),
  }))
  const needsInstant = aggregates.some(({ name }) => aggregateNamed(name)!.needsInstant)
  const stage = statsStage({
    groups: keys,
    columns,
    instant: needsInstant ? to.timestamp() : null,
    size: () => after.size,
  })
  to.scope = after
  const computed = items.map(({ expression, name }): Assignment => {
    const compute = compileExpression(expression, to)
    return { compute, slot: after.declareColumn(name, textOf(expression)) }
  })
  const shown = [
    ...groups.map(({ name }, index) => ({ name, compute: to.reader(keys[index]!.slot) })),
    ...items.map(({ name }, index) => ({ name, compute: to.reader(computed[index]!.slot) })),
  ]
  return { makers: [stage, computeStage(computed)], shown }
}

function compileAggregate({ name, operand, percent }: AggregateExpression, to: Compilation): Omit<StatsColumn, 'slot'> {
  const aggregate = aggregateNamed(name)!
  return { operand: operand === null ? null : compileExpression(operand, to), start: () => aggregate.start(percent) }
}
