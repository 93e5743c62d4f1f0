/** Where a `|` or `>` text ends: after its last line with content, unless it keeps the empty lines after it ("|+"). */
export function blockTextEnd(text: string, start: number, end: number): number {
  const headerEnd = text.indexOf('\n', start)
  const header = text.slice(start, headerEnd < 0 ? end : headerEnd).replace(/#.*/, '')
  if (header.includes('+')) return end
  const content = text.slice(start, end).trimEnd().length + start
  const lineBreak = text.indexOf('\n', content)
  return lineBreak < 0 || lineBreak >= end ? end : lineBreak + 1
}
