import type { RegexNode, RepeatNode } from './regex-node'

/** How long a match can be, in characters, and how far Java can tell. */
export interface RegexLength {
  readonly min: number
  /** A 32-bit number that has gone through Java's overflows. */
  readonly max: number
  /** False: Java sees no end. */
  readonly isBounded: boolean
}

/** What Java takes for "without end": the largest int. */
const ENDLESS = 0x7fff_ffff

interface Study {
  min: number
  max: number
  isBounded: boolean
  /** Whether there is only one way to match: decides how Java repeats a group. */
  isDeterministic: boolean
}

/**
 * The lengths that Java works out to look behind: how many characters it goes back at most and at least.
 * Source: Pattern.TreeInfo of JDK 17, with the overflows of its 32-bit sums: `(?<=ba*)` is taken, `(?<=ba*?)` is not.
 */
export function lengthOf(node: RegexNode): RegexLength {
  const study = newStudy()
  visit(node, study)
  return study
}

function newStudy(): Study {
  return { min: 0, max: 0, isBounded: true, isDeterministic: true }
}

function visit(node: RegexNode, study: Study): void {
  switch (node.kind) {
    case 'set':
      study.min++
      study.max = (study.max + 1) | 0
      return
    case 'sequence':
      for (const part of node.parts) visit(part, study)
      return
    case 'choice':
      return visitChoice(node.options, study)
    case 'repeat':
      return visitRepeat(node, study)
    case 'capture':
    case 'group':
    case 'atomic':
      return visit(node.body, study)
    case 'backreference':
      study.isBounded = false
      return
    default:
      return
  }
}

function visitChoice(options: readonly RegexNode[], study: Study): void {
  let min = ENDLESS
  let max = -1
  for (const option of options) {
    const own = newStudy()
    visit(option, own)
    min = Math.min(min, own.min)
    max = Math.max(max, own.max)
    study.isBounded &&= own.isBounded
  }
  study.min += min
  study.max = (study.max + max) | 0
  study.isDeterministic = false
}

function visitRepeat(node: RepeatNode, study: Study): void {
  const { body, min, mode } = node
  const max = Math.min(node.max, ENDLESS)
  const isGroup = body.kind === 'capture' || body.kind === 'group'
  if (body.kind === 'set' && mode === 'greedy' && max === ENDLESS) {
    study.min += min
    if (study.isBounded) study.max = (study.max + ENDLESS) | 0
    study.isDeterministic = false
    return
  }
  if (min === 0 && max === 1) {
    const before = study.min
    visit(body, study)
    study.min = before
    study.isDeterministic = false
    return
  }
  const own = newStudy()
  visit(body, own)
  if (isGroup && mode !== 'possessive' && !own.isDeterministic) {
    study.isBounded = false
    study.isDeterministic = false
    return
  }
  study.min += own.min * min
  const total = (Math.imul(own.max, max) + study.max) | 0
  study.isBounded = study.isBounded && own.isBounded && total >= study.max
  study.max = total
  study.isDeterministic = study.isDeterministic && own.isDeterministic && min === max
}
