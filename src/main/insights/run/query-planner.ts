import { MOST_ROWS } from '../parse/parse-command'
import type { Command, Item, SortKeyItem } from '../parse/query'
import type { Compilation } from './compilation'
import { compileExpression } from './compile-expression'
import { dedupStage } from './dedup-stage'
import { limitStage } from './limit-stage'
import { planStats } from './plan-stats'
import { rowOrder, type OrderKey } from './row-order'
import { withColumns, type ShownColumn } from './shown-columns'
import type { StageMaker } from './stage'
import { computeStage, countStage, filterStage, parseStage, sortKeyStage, type Assignment } from './stages'

/** Turns commands, one after the other, into the stages of a run. */
export class QueryPlanner {
  readonly makers: StageMaker[] = []
  private shown: readonly ShownColumn[] = []
  /** Of the last `display`. */
  private displayed: readonly ShownColumn[] | null = null
  private parsed: readonly ShownColumn[] = []
  /** Null before anything has asked for an order. */
  private order: readonly OrderKey[] | null = null
  private isCounted = false
  /** Rows are as few as a result may have. */
  private isLimited = false

  constructor(private readonly to: Compilation) {}

  add(command: Command): void {
    switch (command.kind) {
      case 'fields':
        this.shown = withColumns(this.shown, this.addItems(command.items))
        return
      case 'display':
        this.displayed = withColumns([], this.addItems(command.items))
        return
      case 'filter':
        this.makers.push(filterStage(compileExpression(command.condition, this.to)))
        return
      case 'parse':
        return this.addParse(command)
      case 'sort':
        return this.addSort(command.keys)
      case 'limit':
        return this.addLimit(command.count, false)
      case 'dedup':
        return this.addDedup(command)
      case 'stats':
        return this.addStats(command)
    }
  }

  /** What the result shows, once every command is added. */
  finish(): readonly ShownColumn[] {
    if (!this.isLimited) this.addLimit(MOST_ROWS, true)
    if (this.displayed !== null) return this.displayed
    if (this.shown.length > 0) return this.shown
    const standard = ['@timestamp', '@message'].map((name) => this.fieldColumn(name))
    return withColumns(standard, this.parsed)
  }

  private fieldColumn(name: string): ShownColumn {
    const expression = { kind: 'field', name, from: 0, to: 0 } as const
    return { name, compute: compileExpression(expression, this.to, false) }
  }

  /** A field is read when it is shown; what another command may name is computed here. */
  private addItems(items: readonly Item[]): readonly ShownColumn[] {
    const assignments: Assignment[] = []
    const columns = items.map(({ expression, name, isAlias }): ShownColumn => {
      const compute = compileExpression(expression, this.to, isAlias && expression.kind !== 'field')
      if (!isAlias) return { name, compute }
      const known = expression.kind === 'field' ? this.to.scope.find(expression.name) : undefined
      if (known !== undefined) this.to.scope.bind(name, known)
      else assignments.push({ compute, slot: this.to.scope.declare(name) })
      return { name, compute: this.to.reader(this.to.scope.find(name)!) }
    })
    if (assignments.length > 0) this.makers.push(computeStage(assignments))
    return columns
  }

  private addParse({ source, extractor }: Extract<Command, { kind: 'parse' }>): void {
    const { scope } = this.to
    const from = compileExpression(source, this.to)
    const before = extractor.names.map((name) => {
      const isKnown = scope.kind === 'records' || scope.find(name) !== undefined
      return isKnown ? this.fieldColumn(name).compute : () => null
    })
    const slots = extractor.names.map((name) => scope.declare(name))
    this.parsed = withColumns(
      this.parsed,
      extractor.names.map((name, index) => ({ name, compute: this.to.reader(slots[index]!) })),
    )
    this.makers.push(parseStage(from, extractor, slots, before))
  }

  /** The keys of an earlier sort decide where these do not. */
  private addSort(keys: readonly SortKeyItem[]): void {
    const assignments = keys.map(({ expression }): Assignment => {
      const compute = compileExpression(expression, this.to)
      return { compute, slot: this.to.scope.newSlot() }
    })
    this.makers.push(sortKeyStage(assignments))
    const added = keys.map(({ isDescending }, index): OrderKey => ({ slot: assignments[index]!.slot, isDescending }))
    this.order = [...added, ...(this.order ?? [])]
    this.isLimited = false
  }

  private addLimit(count: number, isImplied: boolean): void {
    const order = rowOrder(this.settledOrder())
    this.countHere()
    this.makers.push(limitStage(count, order, isImplied))
    this.order = []
    this.isLimited = true
  }

  private addDedup({ fields }: Extract<Command, { kind: 'dedup' }>): void {
    const compiled = fields.map((field) => compileExpression(field, this.to))
    const order = rowOrder(this.settledOrder())
    this.countHere()
    this.makers.push(dedupStage(compiled, order))
    this.isLimited = false
  }

  private addStats(command: Extract<Command, { kind: 'stats' }>): void {
    this.countHere()
    const { makers, shown } = planStats(command, this.to)
    this.makers.push(...makers)
    this.shown = shown
    this.displayed = null
    this.parsed = []
    this.order = []
    this.isLimited = false
  }

  /** Without a sort, records come latest first. */
  private settledOrder(): readonly OrderKey[] {
    if (this.order !== null) return this.order
    const slot = this.to.scope.newSlot()
    this.makers.push(sortKeyStage([{ slot, compute: this.to.timestamp() }]))
    return (this.order = [{ slot, isDescending: true }])
  }

  private countHere(): void {
    if (!this.isCounted) this.makers.push(countStage)
    this.isCounted = true
  }
}
