/** A name that nothing has yet: "order.vtl", "order-2.vtl"; "Case", "Case 2". */
export function freeName(wanted: string, taken: readonly string[]): string {
  const dot = wanted.endsWith('.vtl') ? wanted.length - 4 : wanted.length
  const [stem, ending] = [wanted.slice(0, dot), wanted.slice(dot)]
  const join = ending === '' ? ' ' : '-'
  let free = wanted
  for (let count = 2; taken.includes(free); count++) free = `${stem}${join}${count}${ending}`
  return free
}
