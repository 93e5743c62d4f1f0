import { WORD_CHARACTERS, includesCodePoint } from './code-points'
import type { Instruction, PatternProgram } from './pattern-program'

/**
 * Instructions one text may cost. Patterns without backreferences remember what failed and rarely come near it; one with them can need
 * exponential time, which no answer is worth.
 */
const MAX_STEPS = 2_000_000

/** What a path through the program has noted, by slot. Never changed in place: paths share it. */
type Notes = ReadonlyMap<number, number>

interface Path {
  readonly at: number
  readonly position: number
  readonly notes: Notes
}

const NO_NOTES: Notes = new Map()

/**
 * Whether the pattern matches somewhere in the text. Bounded: a text that needs more than `MAX_STEPS` counts as no match.
 */
export function matchesSomewhere(program: PatternProgram, text: string): boolean {
  const run = new MatchRun(program, text)
  return run.search()
}

class MatchRun {
  private readonly characters: readonly number[]
  /** Places that are known not to lead to a match: for each program, instruction and position as one number. */
  private readonly failed = new Map<readonly Instruction[], Set<number>>()
  private readonly looks = new Map<number, boolean>()
  private steps = 0

  constructor(
    private readonly program: PatternProgram,
    text: string,
  ) {
    this.characters = Array.from(text, (character) => character.codePointAt(0) ?? 0)
  }

  search(): boolean {
    const { instructions } = this.program
    for (let start = 0; start <= this.characters.length; start++) {
      if (this.run(instructions, start, NO_NOTES) !== null) return true
      if (this.steps > MAX_STEPS) return false
    }
    return false
  }

  /** The notes of the first path that arrives at the end of the program, or null. */
  private run(program: readonly Instruction[], start: number, notes: Notes): Notes | null {
    const paths: Path[] = [{ at: 0, position: start, notes }]
    const known = this.program.hasBackreferences ? null : this.visitedPlaces(program)
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
      const end = this.follow(program, path, paths, known)
      if (end !== null) {
        // Only failures may be kept, and a run that found its match has left paths that were never followed.
        this.failed.delete(program)
        return end
      }
      if (this.steps > MAX_STEPS) return null
    }
    return null
  }

  private visitedPlaces(program: readonly Instruction[]): Set<number> {
    const known = this.failed.get(program) ?? new Set()
    this.failed.set(program, known)
    return known
  }

  private follow(program: readonly Instruction[], path: Path, paths: Path[], known: Set<number> | null): Notes | null {
    let { at, position, notes } = path
    for (;;) {
      if (++this.steps > MAX_STEPS) return null
      const instruction = program[at]
      if (instruction === undefined) return null
      if (instruction.op === 'accept') return notes
      if (instruction.op === 'jump') {
        at = instruction.target
      } else if (instruction.op === 'split') {
        const place = position * program.length + at
        if (known?.has(place)) return null
        known?.add(place)
        paths.push({ at: instruction.second, position, notes })
        at = instruction.first
      } else if (instruction.op === 'note') {
        if (known === null) notes = this.note(notes, instruction.slot, position)
        at++
      } else if (instruction.op === 'forget') {
        if (known === null) notes = this.forget(notes, instruction.groups)
        at++
      } else if (instruction.op === 'look') {
        const found = this.look(instruction, position, notes)
        if (found === null) return null
        notes = found
        at++
      } else {
        const next = this.step(instruction, position, notes)
        if (next < 0) return null
        position = next
        at++
      }
    }
  }

  private note(notes: Notes, slot: number, position: number): Notes {
    this.steps += notes.size
    return new Map(notes).set(slot, position)
  }

  private forget(notes: Notes, groups: readonly number[]): Notes {
    this.steps += notes.size + groups.length
    const kept = new Map(notes)
    for (const group of groups) {
      kept.delete(2 * group)
      kept.delete(2 * group + 1)
    }
    return kept
  }

  /** Where an instruction that reads or asserts leaves the position; below zero when it does not hold. */
  private step(instruction: Instruction, position: number, notes: Notes): number {
    switch (instruction.op) {
      case 'set': {
        const index = instruction.isBackward ? position - 1 : position
        const character = this.characters[index]
        if (character === undefined || !includesCodePoint(instruction.set, character)) return -1
        return instruction.isBackward ? index : index + 1
      }
      case 'start':
        return position === 0 ? position : -1
      case 'end':
        return position === this.characters.length ? position : -1
      case 'boundary':
        return (this.isWord(position - 1) !== this.isWord(position)) !== instruction.isNegated ? position : -1
      case 'progress':
        return notes.get(instruction.slot) === position ? -1 : position
      case 'backreference':
        return this.stepOverCapture(instruction, position, notes)
      default:
        return -1
    }
  }

  private isWord(index: number): boolean {
    const character = this.characters[index]
    return character !== undefined && includesCodePoint(WORD_CHARACTERS, character)
  }

  /** A group that has not taken part matches the empty text. */
  private stepOverCapture(
    instruction: Extract<Instruction, { op: 'backreference' }>,
    position: number,
    notes: Notes,
  ): number {
    const from = notes.get(instruction.slot)
    const to = notes.get(instruction.slot + 1)
    if (from === undefined || to === undefined || to < from) return position
    const length = to - from
    const start = instruction.isBackward ? position - length : position
    if (start < 0) return -1
    this.steps += length
    for (let index = 0; index < length; index++) {
      if (this.characters[from + index] !== this.characters[start + index]) return -1
    }
    return instruction.isBackward ? start : start + length
  }

  private look(instruction: Extract<Instruction, { op: 'look' }>, position: number, notes: Notes): Notes | null {
    if (this.program.hasBackreferences) {
      const found = this.run(instruction.program, position, notes)
      return instruction.isNegated ? (found === null ? notes : null) : found
    }
    const place = instruction.id * (this.characters.length + 1) + position
    const known = this.looks.get(place)
    const isFound = known ?? this.run(instruction.program, position, NO_NOTES) !== null
    this.looks.set(place, isFound)
    return isFound === instruction.isNegated ? null : notes
  }
}
