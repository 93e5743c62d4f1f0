const UNITS = ['', 'k', 'M', 'G'] as const

/** How often a line ran, in the little room beside it: 0 -> "", 2 -> "2x", 66300 -> "66kx". */
export function runsText(runs: number): string {
  if (runs === 0) return ''
  let unit = 0
  let count = runs
  while (count >= 10_000 && unit < UNITS.length - 1) {
    count = Math.floor(count / 1000)
    unit++
  }
  return `${count}${UNITS[unit]}x`
}
