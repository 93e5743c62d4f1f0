/** How a value is looked for: `passes(step)` is asked at most `budget` times, of steps from 1 to `last`. */
export interface StepSearch {
  /** Where the answer probably is, from a look that costs little; null when there is none. */
  readonly guess: number | null
  readonly last: number
  readonly budget: number
  /** Null when nobody wants the answer any more. */
  readonly passes: (step: number) => Promise<boolean | null>
}

/**
 * The smallest step that passes and whose predecessor does not, it being taken for granted that more never hurts; step 0 does not pass.
 * Where the budget ends before, the smallest that is known to pass; null when none is.
 */
export async function smallestStep({ guess, last, budget, passes }: StepSearch): Promise<number | null> {
  let refused = 0
  let passed: number | null = null
  let next = Math.min(guess ?? 1, last)
  for (let asked = 0; asked < budget; asked++) {
    const isThrough = await passes(next)
    if (isThrough === null) return null
    if (isThrough) passed = next
    else refused = next
    if (passed === null && refused === last) return null
    if (passed !== null && passed - refused <= 1) return passed
    next = nextStep(refused, passed, last, asked === 0 && guess !== null)
  }
  return passed
}

/** A good guess is right: its neighbour is asked first. Without a step that passes the distance doubles, then the middle is taken. */
function nextStep(refused: number, passed: number | null, last: number, isAfterGuess: boolean): number {
  if (passed === null) return Math.min(refused * 2, last)
  return isAfterGuess ? passed - 1 : Math.floor((refused + passed) / 2)
}

/**
 * The same over a question that costs little. The first steps are asked one by one, because more can hurt: a larger bucket lets somebody
 * else in before. Behind them the distance doubles, then the middle is taken.
 */
export async function cheapSmallestStep(
  { first, last }: { readonly first: number; readonly last: number },
  passes: (step: number) => boolean | Promise<boolean>,
): Promise<number | null> {
  const scanned = Math.min(first, last)
  for (let step = 1; step <= scanned; step++) if (await passes(step)) return step
  let refused = scanned
  let passed = scanned
  do {
    if (passed >= last) return null
    refused = passed
    passed = Math.min(Math.max(1, passed * 2), last)
  } while (!(await passes(passed)))
  while (passed - refused > 1) {
    const middle = Math.floor((refused + passed) / 2)
    if (await passes(middle)) passed = middle
    else refused = middle
  }
  return passed
}
