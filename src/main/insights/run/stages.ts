import type { Extractor } from '../parse/query'
import { globMatch } from '../pattern/glob-match'
import { sortKeyOf } from '../values/natural-order'
import { isTrue, plainText, type Value } from '../values/value'
import type { Compiled } from './compile-expression'
import type { StageMaker } from './stage'

/** An expression whose value goes into a slot. */
export interface Assignment {
  readonly slot: number
  readonly compute: Compiled
}

/** Let through the rows for which the condition is true. */
export function filterStage(condition: Compiled): StageMaker {
  return (next) => ({
    push: (row) => {
      if (isTrue(condition(row))) next.push(row)
    },
    end: () => next.end(),
  })
}

/** Compute fields. */
export function computeStage(assignments: readonly Assignment[]): StageMaker {
  return (next) => ({
    push: (row) => {
      for (const { slot, compute } of assignments) row.slots[slot] = compute(row)
      next.push(row)
    },
    end: () => next.end(),
  })
}

/** Compute what rows are ordered by. */
export function sortKeyStage(assignments: readonly Assignment[]): StageMaker {
  return computeStage(assignments.map(({ slot, compute }) => ({ slot, compute: (row) => sortKeyOf(compute(row)) })))
}

/** Take fields out of another. `before`: what a name meant so far, which it still means where nothing is found. */
export function parseStage(
  source: Compiled,
  extractor: Extractor,
  slots: readonly number[],
  before: readonly Compiled[],
): StageMaker {
  const extract = extractorOf(extractor)
  return (next) => ({
    push: (row) => {
      const value = source(row)
      const found = value === null ? null : extract(plainText(value))
      for (let index = 0; index < slots.length; index++) {
        row.slots[slots[index]!] = found === null ? before[index]!(row) : (found[index] ?? null)
      }
      next.push(row)
    },
    end: () => next.end(),
  })
}

function extractorOf(extractor: Extractor): (text: string) => readonly Value[] | null {
  if (extractor.kind === 'glob') return (text) => globMatch(extractor.glob, text)
  const { pattern, places } = extractor
  return (text) => {
    const found = pattern.capture(text)
    return found === null ? null : places.map((place) => found[place] ?? null)
  }
}

/** Count the records that get this far. */
export const countStage: StageMaker = (next, run) => ({
  push: (row) => {
    run.matched++
    next.push(row)
  },
  end: () => next.end(),
})
