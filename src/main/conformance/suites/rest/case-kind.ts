import { judged, skipped, type CaseResult } from '../../conformance-suite'
import { expectedDifference } from '../../expected-difference'

/** A file of the suite. Members beside these depend on the kind. */
export interface CaseFile {
  readonly kind: string
  readonly cases?: readonly (Omit<CaseEntry, 'id'> & { readonly id?: string })[]
}

export interface CaseEntry {
  readonly id: string
  readonly expect?: Readonly<Record<string, unknown>>
  readonly [member: string]: unknown
}

/** How cases of one kind are played. */
export interface CaseKind {
  readonly name: string
  play(entry: CaseEntry, file: CaseFile): CaseResult
}

/** A case that failed because playing it threw is a failure, with the error's words. */
export function played(id: string, play: () => CaseResult): CaseResult {
  try {
    return play()
  } catch (error) {
    return judged(id, `playing it failed: ${String(error)}`)
  }
}

/**
 * Compare the members an expectation has with what was found. One that `actual` does not know cannot be judged, so the case is skipped;
 * an expectation without members says nothing and is skipped as well.
 */
export function compareMembers(entry: CaseEntry, actual: Readonly<Record<string, unknown>>): CaseResult {
  const members = Object.entries(entry.expect ?? {})
  const unknown = members.find(([name]) => !Object.hasOwn(actual, name))
  if (unknown !== undefined) return skipped(entry.id, `the expectation "${unknown[0]}" cannot be judged`)
  if (members.length === 0) return skipped(entry.id, 'nothing is expected')
  const difference = members
    .map(([name, expected]) => expectedDifference(expected, actual[name], name))
    .find((found) => found !== undefined)
  return judged(entry.id, difference)
}
