/** The first line, from 1, in which two texts differ; the last line for equal texts. */
export function firstDifferentLine(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return a.slice(0, at).split('\n').length
}
