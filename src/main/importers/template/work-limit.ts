/** Values that reading a template may make, everything that loops repeat counted. A template of 1 MB has a tenth of it. */
const MOST_VALUES = 300_000
/** Characters of the texts that functions may make. */
const MOST_CHARACTERS = 32_000_000

/** What a template may cost: loops and repeated texts can ask for more than any computer has. */
export interface WorkLimit {
  values: number
  characters: number
}

export function newWorkLimit(): WorkLimit {
  return { values: MOST_VALUES, characters: MOST_CHARACTERS }
}

/** Counts one value; false once there were too many. */
export function mayMakeValue(limit: WorkLimit): boolean {
  limit.values -= 1
  return limit.values >= 0
}

/** Counts a text before it is made; false when it would be too much. */
export function mayMakeText(limit: WorkLimit, length: number): boolean {
  limit.characters -= length
  return limit.characters >= 0
}

export function isExhausted({ values, characters }: WorkLimit): boolean {
  return values < 0 || characters < 0
}
