/** How many letters must be added, removed or changed to make one text of the other. Texts are cut at 80 letters. */
export function editDistance(one: string, other: string): number {
  const a = one.slice(0, 80)
  const b = other.slice(0, 80)
  let row = Array.from({ length: b.length + 1 }, (_item, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
