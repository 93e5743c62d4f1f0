/** A name that nothing of these has: itself, else with a number behind it. */
export function freeName(name: string, taken: Iterable<string>): string {
  const used = new Set(taken)
  let free = name
  for (let number = 2; used.has(free); number++) free = `${name}-${number}`
  return free
}
