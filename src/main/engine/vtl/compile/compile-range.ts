import type { Expression } from '../ast'
import { JavaIterator } from '../java/java-iterator'
import { JavaList } from '../java/java-list'
import { RenderFailure } from '../run/render-failure'
import type { RenderState } from '../run/render-state'
import type { Evaluate } from './compiled-template'
import type { Compiler } from './compiler'
import { integerOf } from './integer-of'

/** `[1..5]` or `[5..1]`. */
type RangeNode = Extract<Expression, { kind: 'range' }>

/** Integers from one to another, both included. */
export class RangeIterator extends JavaIterator {
  override readonly className = 'java.util.ArrayList$Itr'
  readonly count: number
  readonly #step: number
  #at = 0

  constructor(
    readonly start: number,
    end: number,
  ) {
    super()
    this.count = Math.abs(end - start) + 1
    this.#step = start <= end ? 1 : -1
  }

  hasNext(): boolean {
    return this.#at < this.count
  }

  next(): number {
    return this.start + this.#step * this.#at++
  }
}

/** A range as a list. Source: Velocity 1.7, ASTIntegerRange. */
export function compileRange(compiler: Compiler, node: RangeNode): Evaluate {
  const range = compileLazyRange(compiler, node)
  return (state) => {
    const numbers = range(state)
    if (numbers === null) return null
    if (numbers.count > state.budget.steps) {
      const count = numbers.count.toLocaleString('en-US')
      throw new RenderFailure('template/step-limit', `Stopped: this range has ${count} numbers.`, node.span)
    }
    return new JavaList([...numbers])
  }
}

/** A range for a loop that may end long before it; null when a bound is no number. */
export function compileLazyRange(compiler: Compiler, node: RangeNode): (state: RenderState) => RangeIterator | null {
  const from = compiler.evaluate(node.from)
  const to = compiler.evaluate(node.to)
  return (state) => {
    const start = integerOf(from(state))
    const end = integerOf(to(state))
    return start === null || end === null ? null : new RangeIterator(start, end)
  }
}
