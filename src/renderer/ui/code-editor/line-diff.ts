/** One line of two texts laid over each other. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
  /** In the actual text, from 1; null for a line that only the expected text has. */
  readonly line: number | null
}

/** More differences than these are not searched for the shortest list of them. */
const MAX_DIFFERENCES = 400

/**
 * The lines of `actual`, with those of `expected` that it lacks where they would stand, removed before added. Line endings do not
 * count; a missing one at the end does, as an empty last line.
 * Source: E. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986).
 */
export function diffLines(expected: string, actual: string): DiffLine[] {
  const before = expected.split(/\r\n|\n|\r/)
  const after = actual.split(/\r\n|\n|\r/)
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail))
    tail += 1
  const middle = { before: before.slice(head, before.length - tail), after: after.slice(head, after.length - tail) }
  const kept = commonLines(middle.before, middle.after)
  const pairs = [
    ...Array.from({ length: head }, (_, index) => [index, index] as const),
    ...kept.map(([b, a]) => [b + head, a + head] as const),
    ...Array.from({ length: tail }, (_, index) => [before.length - tail + index, after.length - tail + index] as const),
  ]
  return layOut(before, after, pairs)
}

function layOut(
  before: readonly string[],
  after: readonly string[],
  pairs: readonly (readonly [number, number])[],
): DiffLine[] {
  const lines: DiffLine[] = []
  let [b, a] = [0, 0]
  for (const [nextB, nextA] of [...pairs, [before.length, after.length] as const]) {
    for (; b < nextB; b += 1) lines.push({ kind: 'removed', text: before[b]!, line: null })
    for (; a < nextA; a += 1) lines.push({ kind: 'added', text: after[a]!, line: a + 1 })
    if (a >= after.length || b >= before.length) continue
    lines.push({ kind: 'same', text: after[a]!, line: a + 1 })
    b += 1
    a += 1
  }
  return lines
}

/** Pairs of equal lines, both rising: the most there can be, or none when the texts have too little in common to search for it. */
function commonLines(before: readonly string[], after: readonly string[]): [number, number][] {
  const limit = Math.min(before.length + after.length, MAX_DIFFERENCES)
  const offset = limit + 1
  const reach = new Int32Array(2 * limit + 3)
  const history: Int32Array[] = []
  for (let differences = 0; differences <= limit; differences += 1) {
    history.push(reach.slice())
    for (let k = -differences; k <= differences; k += 2) {
      const isDown = k === -differences || (k !== differences && reach[offset + k - 1]! < reach[offset + k + 1]!)
      let b = isDown ? reach[offset + k + 1]! : reach[offset + k - 1]! + 1
      while (b < before.length && b - k < after.length && before[b] === after[b - k]) b += 1
      reach[offset + k] = b
      if (b >= before.length && b - k >= after.length) return trace(history, before.length, after.length, offset)
    }
  }
  return []
}

/** Back along the path that `commonLines` found. */
function trace(
  history: readonly Int32Array[],
  beforeLength: number,
  afterLength: number,
  offset: number,
): [number, number][] {
  const pairs: [number, number][] = []
  let [b, a] = [beforeLength, afterLength]
  for (let differences = history.length - 1; differences >= 0; differences -= 1) {
    const reach = history[differences]!
    const k = b - a
    const isDown = k === -differences || (k !== differences && reach[offset + k - 1]! < reach[offset + k + 1]!)
    const previousK = isDown ? k + 1 : k - 1
    const previousB = differences === 0 ? 0 : reach[offset + previousK]!
    const previousA = differences === 0 ? 0 : previousB - previousK
    while (b > previousB && a > previousA) pairs.push([(b -= 1), (a -= 1)])
    ;[b, a] = [previousB, previousA]
  }
  return pairs.reverse()
}
