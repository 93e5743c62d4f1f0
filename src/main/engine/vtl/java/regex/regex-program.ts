import type { CodePoints } from '../../../validation/pattern/code-points'
import { JavaException } from '../java-exception'
import { CharacterSet } from './character-set'
import type { Folding, LookNode, ParsedRegex, Place, RegexNode, RepeatMode, RepeatNode } from './regex-node'

export type Instruction =
  | { readonly op: 'literal'; readonly text: string }
  | { readonly op: 'set'; readonly set: CharacterSet }
  | {
      readonly op: 'repeat'
      readonly set: CharacterSet
      readonly min: number
      readonly max: number
      readonly mode: RepeatMode
    }
  | { readonly op: 'place'; readonly place: Place; readonly isUnixLines: boolean; readonly isUnicode: boolean }
  | { op: 'split'; first: number; second: number }
  | { op: 'jump'; target: number }
  | { readonly op: 'save'; readonly slot: number }
  /** Leaves a loop whose round has read nothing, and goes back to its head otherwise. */
  | { readonly op: 'round'; readonly slot: number; readonly head: number; exit: number }
  | { readonly op: 'atomic'; readonly program: Program }
  | {
      readonly op: 'look'
      readonly program: Program
      readonly isNegated: boolean
      readonly behind: LookNode['behind']
    }
  | { readonly op: 'backreference'; readonly index: number; readonly folding: Folding }
  | { readonly op: 'accept' }

export interface Program {
  readonly instructions: readonly Instruction[]
  /** Whether the place in program and text alone decides what follows: then a failure need not be tried twice. */
  readonly canRemember: boolean
  /** The body of a look behind, which has to end where the look began. */
  readonly isBehind: boolean
}

export interface RegexProgram extends Program {
  readonly groupCount: number
  readonly groupNames: ReadonlyMap<string, number>
  /** Two for the match and for each group, one for each loop. */
  readonly slotCount: number
  readonly hasSupplementary: boolean
  /** What every match begins with; "" when that is not known. */
  readonly prefix: string
}

/** Counted repetitions are written out; beyond this a pattern is refused. */
const MAX_INSTRUCTIONS = 50_000

/** Errors: JavaException StackOverflowError for a pattern with too large counts, which Java's own stack does not bear either. */
export function compileRegex(parsed: ParsedRegex): RegexProgram {
  return new RegexCompiler(parsed).compile()
}

class RegexCompiler {
  private instructions: Instruction[] = []
  private written = 0
  private slotCount: number
  private hasBackreferences = false

  constructor(private readonly parsed: ParsedRegex) {
    this.slotCount = 2 * parsed.groupCount + 2
  }

  compile(): RegexProgram {
    const { groupCount, groupNames, hasSupplementary } = this.parsed
    const { instructions } = this.program(this.parsed.node)
    const [first] = instructions
    return {
      instructions,
      canRemember: !this.hasBackreferences,
      isBehind: false,
      groupCount,
      groupNames,
      hasSupplementary,
      slotCount: this.slotCount,
      prefix: first?.op === 'literal' ? first.text : '',
    }
  }

  private program(node: RegexNode, isBehind = false): Program {
    const outer = this.instructions
    const instructions: Instruction[] = []
    this.instructions = instructions
    this.add(node)
    this.emit({ op: 'accept' })
    this.instructions = outer
    return { instructions, canRemember: !isBehind && !this.hasBackreferences, isBehind }
  }

  private emit(instruction: Instruction): void {
    if (++this.written > MAX_INSTRUCTIONS) {
      throw new JavaException('java.lang.StackOverflowError', 'the counts of a regular expression are too large')
    }
    this.instructions.push(instruction)
  }

  private add(node: RegexNode): void {
    switch (node.kind) {
      case 'set':
        return this.addSet(node.set)
      case 'place':
        return this.emit({ op: 'place', place: node.place, isUnixLines: node.isUnixLines, isUnicode: node.isUnicode })
      case 'sequence':
        return this.addSequence(node.parts)
      case 'choice':
        return this.addChoice(node.options)
      case 'repeat':
        return this.addRepeat(node)
      case 'capture':
        this.emit({ op: 'save', slot: 2 * node.index })
        this.add(node.body)
        return this.emit({ op: 'save', slot: 2 * node.index + 1 })
      case 'group':
        return this.add(node.body)
      case 'atomic':
        return this.emit({ op: 'atomic', program: this.program(node.body) })
      case 'look':
        return this.addLook(node)
      case 'backreference':
        this.hasBackreferences = true
        return this.emit({ op: 'backreference', index: node.index, folding: node.folding })
    }
  }

  private addSet(set: CodePoints): void {
    const only = onlyCharacter(set)
    this.emit(only === null ? { op: 'set', set: new CharacterSet(set) } : { op: 'literal', text: only })
  }

  /** Neighbouring characters become one text. */
  private addSequence(parts: readonly RegexNode[]): void {
    let text = ''
    for (const part of parts) {
      const only = part.kind === 'set' ? onlyCharacter(part.set) : null
      if (only !== null) {
        text += only
        continue
      }
      if (text !== '') this.emit({ op: 'literal', text })
      text = ''
      this.add(part)
    }
    if (text !== '') this.emit({ op: 'literal', text })
  }

  private addChoice(options: readonly RegexNode[]): void {
    const exits: { target: number }[] = []
    options.forEach((option, index) => {
      if (index === options.length - 1) return this.add(option)
      const split = this.addSplit()
      split.first = this.instructions.length
      this.add(option)
      const exit = { op: 'jump' as const, target: -1 }
      this.emit(exit)
      exits.push(exit)
      split.second = this.instructions.length
    })
    for (const exit of exits) exit.target = this.instructions.length
  }

  private addRepeat(node: RepeatNode): void {
    const { body, min, max, mode } = node
    if (body.kind === 'sequence' && body.parts.length === 0) return
    if (body.kind === 'set') return this.emit({ op: 'repeat', set: new CharacterSet(body.set), min, max, mode })
    if (mode === 'possessive') {
      return this.emit({ op: 'atomic', program: this.program({ ...node, mode: 'greedy' }) })
    }
    for (let count = 0; count < min; count++) {
      const before = this.written
      this.add(body)
      // Nothing, so many times, is nothing.
      if (this.written === before) break
    }
    if (max === Infinity) return this.addLoop(body, mode === 'lazy')
    const splits: { first: number; second: number }[] = []
    for (let count = min; count < max; count++) {
      const split = this.addSplit()
      splits.push(split)
      split.first = this.instructions.length
      this.add(body)
    }
    for (const split of splits) leaveTo(split, this.instructions.length, mode === 'lazy')
  }

  private addLoop(body: RegexNode, isLazy: boolean): void {
    const slot = this.slotCount++
    const head = this.instructions.length
    const split = this.addSplit()
    split.first = this.instructions.length
    this.emit({ op: 'save', slot })
    this.add(body)
    const round = { op: 'round' as const, slot, head, exit: -1 }
    this.emit(round)
    round.exit = this.instructions.length
    leaveTo(split, this.instructions.length, isLazy)
  }

  private addLook({ body, behind, isNegated }: LookNode): void {
    this.emit({ op: 'look', program: this.program(body, behind !== null), isNegated, behind })
  }

  private addSplit(): { first: number; second: number } {
    const split = { op: 'split' as const, first: -1, second: -1 }
    this.emit(split)
    return split
  }
}

function leaveTo(split: { first: number; second: number }, exit: number, isLazy: boolean): void {
  const body = split.first
  split.first = isLazy ? exit : body
  split.second = isLazy ? body : exit
}

function onlyCharacter(set: CodePoints): string | null {
  const [range] = set
  if (set.length !== 1 || range === undefined || range[0] !== range[1]) return null
  // Half of a pair is read as a character of its own: not where the text holds the other half.
  return range[0] >= 0xd800 && range[0] <= 0xdfff ? null : String.fromCodePoint(range[0])
}
