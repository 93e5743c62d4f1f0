import { JavaException } from '../java-exception'
import { foldCodePoint } from '../text/character-case'
import type { Folding } from './regex-node'
import { isPlace } from './regex-place'
import type { Instruction, Program, RegexProgram } from './regex-program'

/** Instructions that one call may cost, all its matches together, and some more for each character of the text. */
const MAX_STEPS = 10_000_000
const STEPS_FOR_CHARACTER = 10
/** From here on an attempt remembers what has failed: few ever need it, and it costs memory. */
const STEPS_WITHOUT_MEMORY = 20_000
const MAX_MEMORY_BITS = 64_000_000

/** Marks of the entries on the stack; a mark of zero or more is an instruction to go on with. */
const UNDO = -1
const SHORTER = -2
const LONGER = -3

type Repeat = Extract<Instruction, { op: 'repeat' }>
type Look = Extract<Instruction, { op: 'look' }>

/** Looks for matches of one pattern in one text, one after the other, in bounded time. */
export class RegexRun {
  /** Where the match and its groups begin and end: slots 2n and 2n+1; -1 for a group that took no part. */
  readonly slots: Int32Array
  /** Where the match before ended. */
  private previousEnd = 0
  private steps = 0
  private readonly maxSteps: number
  private attemptSteps = 0
  private mustReachEnd = false
  private behindEnd = -1
  private readonly stack: number[] = []
  private memory: Map<Program, Uint32Array> | null = null

  constructor(
    private readonly program: RegexProgram,
    private readonly text: string,
  ) {
    this.slots = new Int32Array(program.slotCount)
    this.maxSteps = MAX_STEPS + STEPS_FOR_CHARACTER * text.length
  }

  /** Whether the whole text matches. */
  matchesWhole(): boolean {
    this.mustReachEnd = true
    return this.attempt(0)
  }

  /**
   * The next match from there on, in `slots`.
   * Errors: JavaException StackOverflowError when it takes too long to find out.
   */
  find(from: number): boolean {
    const { prefix } = this.program
    this.attemptSteps = 0
    this.memory = null
    for (let start = from; start <= this.text.length; start++) {
      if (prefix !== '') {
        start = this.text.indexOf(prefix, start)
        if (start < 0) return false
      }
      if (this.attempt(start)) {
        this.previousEnd = this.slots[1]!
        return true
      }
    }
    return false
  }

  private attempt(start: number): boolean {
    this.slots.fill(-1)
    this.stack.length = 0
    const end = this.run(this.program, start)
    if (end < 0) return false
    this.slots[0] = start
    this.slots[1] = end
    return true
  }

  private countStep(): void {
    if (++this.steps > this.maxSteps) {
      const problem = 'the regular expression needs too many steps on this text'
      throw new JavaException('java.lang.StackOverflowError', problem)
    }
    if (++this.attemptSteps === STEPS_WITHOUT_MEMORY && this.program.canRemember) this.memory = new Map()
  }

  /** Whether this place was tried before, in vain; from now on it was. */
  private isKnownFailure(program: Program, at: number, position: number): boolean {
    if (this.memory === null || !program.canRemember) return false
    const { length } = program.instructions
    let known = this.memory.get(program)
    if (known === undefined) {
      const bits = length * (this.text.length + 1)
      if (bits > MAX_MEMORY_BITS) return false
      known = new Uint32Array((bits >>> 5) + 1)
      this.memory.set(program, known)
    }
    const place = position * length + at
    const bit = 1 << (place & 31)
    if ((known[place >>> 5]! & bit) !== 0) return true
    known[place >>> 5]! |= bit
    return false
  }

  /** Where the match of a program that starts here ends, or -1. What it could do otherwise is left on the stack. */
  private run(program: Program, start: number): number {
    const { instructions } = program
    const { stack, text } = this
    const base = stack.length
    let at = 0
    let position = start
    for (;;) {
      this.countStep()
      const instruction = instructions[at]!
      let isMatching = true
      switch (instruction.op) {
        case 'literal':
          isMatching = text.startsWith(instruction.text, position)
          position += instruction.text.length
          at++
          break
        case 'set': {
          const codePoint = text.codePointAt(position)
          isMatching = codePoint !== undefined && instruction.set.has(codePoint)
          position += codePoint !== undefined && codePoint > 0xffff ? 2 : 1
          at++
          break
        }
        case 'repeat':
          position = this.isKnownFailure(program, at, position) ? -1 : this.repeat(instruction, at, position)
          isMatching = position >= 0
          at++
          break
        case 'split':
          isMatching = !this.isKnownFailure(program, at, position)
          if (isMatching) stack.push(position, instruction.second)
          at = instruction.first
          break
        case 'jump':
          at = instruction.target
          break
        case 'save':
          stack.push(instruction.slot, this.slots[instruction.slot]!, UNDO)
          this.slots[instruction.slot] = position
          at++
          break
        case 'round':
          at = this.slots[instruction.slot] === position ? instruction.exit : instruction.head
          break
        case 'place':
          isMatching = isPlace(instruction, text, position, this.previousEnd)
          at++
          break
        case 'atomic': {
          const mark = stack.length
          position = this.run(instruction.program, position)
          isMatching = position >= 0
          if (isMatching) this.keepUndos(mark, instruction.program)
          at++
          break
        }
        case 'look':
          isMatching = this.look(instruction, position) !== instruction.isNegated
          at++
          break
        case 'backreference':
          position = this.stepOverGroup(instruction.index, instruction.folding, position)
          isMatching = position >= 0
          at++
          break
        case 'accept':
          isMatching = this.isAcceptable(program, position)
          if (isMatching) return position
      }
      if (isMatching) continue
      const next = this.backtrack(program, base)
      if (next < 0) return -1
      at = next
      position = stack.pop()!
    }
  }

  private isAcceptable(program: Program, position: number): boolean {
    if (program === this.program) return !this.mustReachEnd || position === this.text.length
    return !program.isBehind || position === this.behindEnd
  }

  /** The instruction to go on with, its position on top of the stack; -1 when nothing is left above the base. */
  private backtrack(program: Program, base: number): number {
    const { stack } = this
    while (stack.length > base) {
      const mark = stack.pop()!
      if (mark >= 0) return mark
      if (mark === UNDO) {
        const before = stack.pop()!
        this.slots[stack.pop()!] = before
      } else {
        const at = mark === SHORTER ? this.shorten() : this.lengthen(program)
        if (at >= 0 && !this.isKnownFailure(program, at, stack[stack.length - 1]!)) return at
        if (at >= 0) stack.pop()
      }
      this.countStep()
    }
    return -1
  }

  /** Read as many characters as the repetition takes first; -1 when they are too few. */
  private repeat(instruction: Repeat, at: number, start: number): number {
    const { set, min, mode } = instruction
    const most = mode === 'lazy' ? min : instruction.max
    let position = start
    let count = 0
    let least = min === 0 ? start : -1
    while (count < most) {
      const codePoint = this.text.codePointAt(position)
      if (codePoint === undefined || !set.has(codePoint)) break
      position += codePoint > 0xffff ? 2 : 1
      if (++count === min) least = position
    }
    this.steps += count >>> 3
    if (count < min) return -1
    if (mode === 'greedy' && position > least) this.stack.push(at + 1, least, position, SHORTER)
    if (mode === 'lazy' && count < instruction.max) this.stack.push(at, position, count, LONGER)
    return position
  }

  /** One character less of a greedy repetition. */
  private shorten(): number {
    const { stack } = this
    const position = stack.pop()!
    const least = stack.pop()!
    const at = stack.pop()!
    const isPair = position - 2 >= least && this.text.codePointAt(position - 2)! > 0xffff
    const shorter = position - (isPair ? 2 : 1)
    if (shorter > least) stack.push(at, least, shorter, SHORTER)
    stack.push(shorter)
    return at
  }

  /** One character more of a lazy repetition; -1 when there is none. */
  private lengthen(program: Program): number {
    const { stack } = this
    const count = stack.pop()! + 1
    const position = stack.pop()!
    const at = stack.pop()!
    const instruction = program.instructions[at] as Repeat
    const codePoint = this.text.codePointAt(position)
    if (codePoint === undefined || !instruction.set.has(codePoint)) return -1
    const longer = position + (codePoint > 0xffff ? 2 : 1)
    if (count < instruction.max) stack.push(at, longer, count, LONGER)
    stack.push(longer)
    return at + 1
  }

  /** After a part that is not gone back into: forget its other ways, but not how to take back its groups. */
  private keepUndos(mark: number, program: Program): void {
    const { stack } = this
    const undos: number[] = []
    while (stack.length > mark) {
      const entry = stack.pop()!
      if (entry === UNDO) {
        const before = stack.pop()!
        undos.push(before, stack.pop()!)
      } else {
        stack.length -= entry === SHORTER || entry === LONGER ? 3 : 1
      }
    }
    for (let index = undos.length - 2; index >= 0; index -= 2) stack.push(undos[index + 1]!, undos[index]!, UNDO)
    // Places it went through have not failed.
    this.memory?.delete(program)
  }

  private takeBack(mark: number): void {
    const { stack } = this
    while (stack.length > mark) {
      const entry = stack.pop()!
      if (entry === UNDO) {
        const before = stack.pop()!
        this.slots[stack.pop()!] = before
      } else {
        stack.length -= entry === SHORTER || entry === LONGER ? 3 : 1
      }
    }
  }

  /** Whether there is what the look looks for; its groups stay set only when it is not negated. */
  private look(instruction: Look, position: number): boolean {
    const mark = this.stack.length
    const isFound =
      instruction.behind === null
        ? this.run(instruction.program, position) >= 0
        : this.lookBehind(instruction, position)
    if (!isFound) return false
    if (instruction.isNegated) {
      this.takeBack(mark)
      this.memory?.delete(instruction.program)
    } else {
      this.keepUndos(mark, instruction.program)
    }
    return true
  }

  private lookBehind({ program, behind }: Look, position: number): boolean {
    const outer = this.behindEnd
    this.behindEnd = position
    let isFound = false
    const farthest = this.goBack(position, behind!.max)
    let start = this.goBack(position, behind!.min)
    if (position - start < behind!.min) start = -1
    for (; !isFound && start >= farthest; start = this.stepBack(start)) isFound = this.run(program, start) >= 0
    this.behindEnd = outer
    return isFound
  }

  /** So many characters back, or to the start of the text. */
  private goBack(position: number, count: number): number {
    if (!this.program.hasSupplementary) return Math.max(position - count, 0)
    let at = position
    for (let left = count; left > 0 && at > 0; left--) at = this.stepBack(at)
    return Math.max(at, 0)
  }

  private stepBack(position: number): number {
    const isPair = this.program.hasSupplementary && position > 1 && this.text.codePointAt(position - 2)! > 0xffff
    return position - (isPair ? 2 : 1)
  }

  /** The position behind what the group has matched, when it comes again; -1 when it does not or has not matched. */
  private stepOverGroup(index: number, folding: Folding, position: number): number {
    const from = this.slots[2 * index] ?? -1
    const to = this.slots[2 * index + 1] ?? -1
    if (from < 0 || to < from || index > this.program.groupCount) return -1
    const group = this.text.slice(from, to)
    this.steps += group.length
    if (folding === 'none') return this.text.startsWith(group, position) ? position + group.length : -1
    const other = this.text.slice(position, position + group.length)
    return other.length === group.length && areEqualFolded(group, other, folding) ? position + group.length : -1
  }
}

function areEqualFolded(a: string, b: string, folding: Folding): boolean {
  for (let index = 0; index < a.length; index++) {
    const left = a.charCodeAt(index)
    const right = b.charCodeAt(index)
    if (left === right) continue
    if (folding === 'ascii' && (left > 0x7f || right > 0x7f)) return false
    if (foldCodePoint(left) !== foldCodePoint(right)) return false
  }
  return true
}
