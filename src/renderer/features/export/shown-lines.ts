/** Longer files are not shown whole. */
const LONGEST = 20_000
const SHOWN = 5_000

/** What the preview shows of a file, and why not all of it. Saving is not affected. */
export function shownLines(text: string): { readonly text: string; readonly note: string | null } {
  const count = lineCountOf(text)
  if (count <= LONGEST) return { text, note: null }
  return {
    text: text.slice(0, endOfLine(text, SHOWN)),
    note: `The first ${SHOWN.toLocaleString('en-US')} of ${count.toLocaleString('en-US')} lines. Save and Copy take all of them.`,
  }
}

/** Line feeds: every line of a file ends with one. */
export function lineCountOf(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** Where the line of that number ends; there is one. */
function endOfLine(text: string, line: number): number {
  let at = -1
  for (let count = 0; count < line; count++) at = text.indexOf('\n', at + 1)
  return at
}
