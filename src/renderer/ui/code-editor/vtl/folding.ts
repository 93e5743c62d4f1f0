import { blocksOf, type Block } from './blocks'
import { scanTemplate } from './scan-template'

/** Lines from 1; `end` is the last line that folding hides. */
export interface FoldingLines {
  readonly start: number
  readonly end: number
}

/** Where a template can be folded: blocks of directives, comments of several lines, and JSON by its indentation. */
export function foldingOf(text: string): FoldingLines[] {
  const scan = scanTemplate(text)
  const lines = text.split('\n')
  const lineOf = lineCounter(lines)
  const comments = scan.silent.map(({ start, end }) => ({ start: lineOf(start), end: lineOf(end) }))
  const blocks = blocksOf(scan).flatMap((block) => sectionsOf(block, lineOf))
  return [...blocks, ...comments, ...jsonFolding(lines)].filter(({ start, end }) => end > start)
}

/** From each branch to the line before the next, so that the line with `#else` or `#end` stays. */
function sectionsOf({ opener, branches, end }: Block, lineOf: (offset: number) => number): FoldingLines[] {
  if (end === null) return []
  const lines = [opener, ...branches, end].map(({ head }) => lineOf(head.start))
  return lines.slice(1).map((line, index) => ({ start: lines[index]!, end: line - 1 }))
}

function lineCounter(lines: readonly string[]): (offset: number) => number {
  const starts: number[] = []
  let start = 0
  for (const line of lines) {
    starts.push(start)
    start += line.length + 1
  }
  return (offset) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}

/** A line that ends with a bracket folds up to the next line that is indented no deeper. Directives stand where they like. */
function jsonFolding(lines: readonly string[]): FoldingLines[] {
  const open: { line: number; indent: number }[] = []
  const ranges: FoldingLines[] = []
  lines.forEach((content, index) => {
    const indent = content.search(/\S/)
    if (indent < 0 || content[indent] === '#') return
    while (open.length > 0 && open.at(-1)!.indent >= indent) ranges.push({ start: open.pop()!.line, end: index })
    if (/[{[]\s*$/.test(content)) open.push({ line: index + 1, indent })
  })
  return ranges
}
