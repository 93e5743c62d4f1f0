import type { CodePoints } from './code-points'
import type { PatternNode, RepeatNode } from './pattern-node'

/**
 * A pattern as a list of instructions. `isBackward` instructions read the character before the position: a lookbehind is matched from
 * its right end, as ECMA-262 has it. `slot` numbers a place that a path through the program keeps to itself.
 */
export type Instruction =
  | { readonly op: 'set'; readonly set: CodePoints; readonly isBackward: boolean }
  | { readonly op: 'start' }
  | { readonly op: 'end' }
  | { readonly op: 'boundary'; readonly isNegated: boolean }
  | { op: 'split'; first: number; second: number }
  | { op: 'jump'; target: number }
  | { readonly op: 'note'; readonly slot: number }
  | { readonly op: 'forget'; readonly groups: readonly number[] }
  | { readonly op: 'progress'; readonly slot: number }
  | { readonly op: 'look'; readonly id: number; readonly isNegated: boolean; readonly program: readonly Instruction[] }
  | { readonly op: 'backreference'; readonly slot: number; readonly isBackward: boolean }
  | { readonly op: 'accept' }

/** Counted repetitions are written out, so a program can be longer than its pattern; beyond this it is refused. */
const MAX_INSTRUCTIONS = 50_000

export interface PatternProgram {
  readonly instructions: readonly Instruction[]
  /** Captured texts and positions decide what matches, so equal places in text and program need not end alike. */
  readonly hasBackreferences: boolean
}

/** Null when the program would be too long. */
export function compileProgram(node: PatternNode): PatternProgram | null {
  const compiler = new ProgramCompiler()
  return compiler.compile(node)
}

class ProgramCompiler {
  private instructions: Instruction[] = []
  private written = 0
  private hasBackreferences = false
  private lookCount = 0
  /** Even slots and their odd neighbours hold captures; those of loops are below zero. */
  private loopCount = 0
  private isBackward = false

  compile(node: PatternNode): PatternProgram | null {
    this.add(node)
    this.emit({ op: 'accept' })
    if (this.written > MAX_INSTRUCTIONS) return null
    return { instructions: this.instructions, hasBackreferences: this.hasBackreferences }
  }

  private emit(instruction: Instruction): void {
    this.written++
    if (this.written <= MAX_INSTRUCTIONS) this.instructions.push(instruction)
  }

  private add(node: PatternNode): void {
    if (this.written > MAX_INSTRUCTIONS) return
    const { isBackward } = this
    switch (node.kind) {
      case 'set':
        return this.emit({ op: 'set', set: node.set, isBackward })
      case 'start':
      case 'end':
        return this.emit({ op: node.kind })
      case 'boundary':
        return this.emit({ op: 'boundary', isNegated: node.isNegated })
      case 'sequence':
        return (isBackward ? node.parts.toReversed() : node.parts).forEach((part) => this.add(part))
      case 'choice':
        return this.addChoice(node.options)
      case 'repeat':
        return this.addRepeat(node)
      case 'capture':
        return this.addCapture(node.body, node.index)
      case 'look':
        return this.addLook(node.body, node.isBehind, node.isNegated)
      case 'backreference':
        this.hasBackreferences = true
        return this.emit({ op: 'backreference', slot: 2 * node.index, isBackward })
    }
  }

  private addChoice(options: readonly PatternNode[]): void {
    const exits: { target: number }[] = []
    options.forEach((option, index) => {
      if (index === options.length - 1) return this.add(option)
      const split = this.addSplit()
      split.first = this.instructions.length
      this.add(option)
      exits.push(this.addJump(-1))
      split.second = this.instructions.length
    })
    for (const exit of exits) exit.target = this.instructions.length
  }

  private addRepeat(node: RepeatNode): void {
    for (let count = 0; count < node.min && this.written <= MAX_INSTRUCTIONS; count++) this.addIteration(node.body)
    if (node.max === Infinity) return this.addLoop(node)
    const splits: { first: number; second: number }[] = []
    for (let count = node.min; count < node.max && this.written <= MAX_INSTRUCTIONS; count++) {
      const split = this.addSplit()
      splits.push(split)
      split.first = this.instructions.length
      this.addIteration(node.body)
    }
    for (const split of splits) this.leaveTo(split, this.instructions.length, node.isLazy)
  }

  private addLoop(node: RepeatNode): void {
    const slot = -1 - this.loopCount++
    const split = this.addSplit()
    const head = this.instructions.length - 1
    split.first = this.instructions.length
    this.emit({ op: 'note', slot })
    this.addIteration(node.body)
    this.emit({ op: 'progress', slot })
    this.addJump(head)
    this.leaveTo(split, this.instructions.length, node.isLazy)
  }

  /** Each time round, the groups inside start without a capture. */
  private addIteration(body: PatternNode): void {
    const groups = [...groupsIn(body)]
    if (groups.length > 0) this.emit({ op: 'forget', groups })
    this.add(body)
  }

  private leaveTo(split: { first: number; second: number }, exit: number, isLazy: boolean): void {
    const body = split.first
    split.first = isLazy ? exit : body
    split.second = isLazy ? body : exit
  }

  private addCapture(body: PatternNode, index: number): void {
    const [opening, closing] = this.isBackward ? [2 * index + 1, 2 * index] : [2 * index, 2 * index + 1]
    this.emit({ op: 'note', slot: opening })
    this.add(body)
    this.emit({ op: 'note', slot: closing })
  }

  private addLook(body: PatternNode, isBehind: boolean, isNegated: boolean): void {
    const outer = this.instructions
    const outerDirection = this.isBackward
    const program: Instruction[] = []
    this.instructions = program
    this.isBackward = isBehind
    this.add(body)
    this.emit({ op: 'accept' })
    this.instructions = outer
    this.isBackward = outerDirection
    this.emit({ op: 'look', id: this.lookCount++, isNegated, program })
  }

  private addSplit(): { first: number; second: number } {
    const split = { op: 'split' as const, first: -1, second: -1 }
    this.emit(split)
    return split
  }

  private addJump(target: number): { target: number } {
    const jump = { op: 'jump' as const, target }
    this.emit(jump)
    return jump
  }
}

function* groupsIn(node: PatternNode): Iterable<number> {
  switch (node.kind) {
    case 'capture':
      yield node.index
      yield* groupsIn(node.body)
      break
    case 'repeat':
    case 'look':
      yield* groupsIn(node.body)
      break
    case 'sequence':
      for (const part of node.parts) yield* groupsIn(part)
      break
    case 'choice':
      for (const option of node.options) yield* groupsIn(option)
  }
}
