import { blockTextEnd } from './block-text-end'
import { OutsideSubset } from './simple-yaml-inline'
import type { SourceScalar } from './source-tree'

const HEADER = /\|(?:([1-9])?([-+])?)[ ]*(?:(?<= )#[^\n]*)?\n/y

/** A `|` text at `at`, in a member whose key or dash stands at `column`. */
export function readSimpleBlockText(text: string, at: number, column: number): SourceScalar {
  HEADER.lastIndex = at
  const header = HEADER.exec(text)
  if (!header) throw new OutsideSubset()
  const first = at + header[0].length
  const indent = header[1] ? column + Number(header[1]) : firstIndent(text, first)
  if (indent <= column) throw new OutsideSubset()
  const { lines, end } = contentLines(text, first, indent)
  // A last line of spaces only is content to some and nothing to others.
  if (lines.findLast((line) => line !== '')?.trim() === '') throw new OutsideSubset()
  return { kind: 'scalar', value: chomp(lines, header[2]), isBlock: true, start: at, end: blockTextEnd(text, at, end) }
}

/** Spaces before the first line with content; no line before it may have more. */
function firstIndent(text: string, from: number): number {
  const found = /(?: *\n)*( *)[^ \n]/y
  found.lastIndex = from
  const match = found.exec(text)
  const indent = match?.[1]?.length ?? -1
  const isDeeperBefore = match?.[0]
    .split('\n')
    .slice(0, -1)
    .some((line) => line.length > indent)
  return isDeeperBefore ? -1 : indent
}

function contentLines(text: string, from: number, indent: number): { lines: string[]; end: number } {
  const lines: string[] = []
  let at = from
  while (at < text.length) {
    const lineBreak = text.indexOf('\n', at)
    if (lineBreak < 0) throw new OutsideSubset()
    let content = at
    while (content < at + indent && text.charCodeAt(content) === 0x20) content++
    if (content < lineBreak && content < at + indent) {
      if (text.charCodeAt(content) === 0x09) throw new OutsideSubset()
      break
    }
    lines.push(text.slice(content, lineBreak))
    at = lineBreak + 1
  }
  return { lines, end: at }
}

function chomp(lines: readonly string[], chomping: string | undefined): string {
  if (chomping === '+') return lines.map((line) => `${line}\n`).join('')
  const last = lines.findLastIndex((line) => line !== '')
  const body = lines.slice(0, last + 1).join('\n')
  return chomping === '-' || body === '' ? body : `${body}\n`
}
