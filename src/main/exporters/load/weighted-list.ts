/**
 * A list in which each value stands about as often as its weight says: for tools that draw from lists with equal chances. Whole
 * shares of `size` by largest remainder; what would come up less than once is left out.
 */
export function weightedList<Value>(
  entries: readonly { readonly value: Value; readonly weight: number }[],
  size: number,
): Value[] {
  const total = entries.reduce((sum, { weight }) => sum + weight, 0)
  if (!(total > 0)) return []
  const shares = entries.map(({ weight }) => (weight / total) * size)
  const counts = shares.map(Math.floor)
  const left = size - counts.reduce((sum, count) => sum + count, 0)
  const byRemainder = shares
    .map((share, index) => ({ index, rest: share - counts[index]! }))
    .sort((a, b) => b.rest - a.rest)
  for (const { index } of byRemainder.slice(0, left)) counts[index]! += 1
  return entries.flatMap(({ value }, index) => Array<Value>(counts[index]!).fill(value))
}
