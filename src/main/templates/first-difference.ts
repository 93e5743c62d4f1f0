/** The first line at which two texts differ. A line that one of them does not have is null. */
export interface FirstDifference {
  /** From 1. */
  readonly line: number
  readonly expected: string | null
  readonly actual: string | null
}

/** Null for equal texts. A line break at the end makes an empty last line; a carriage return belongs to its line. */
export function firstDifference(expected: string, actual: string): FirstDifference | null {
  if (expected === actual) return null
  const [wanted, found] = [expected.split('\n'), actual.split('\n')]
  const at = wanted.findIndex((line, index) => line !== found[index])
  const index = at === -1 ? wanted.length : at
  return { line: index + 1, expected: wanted[index] ?? null, actual: found[index] ?? null }
}
