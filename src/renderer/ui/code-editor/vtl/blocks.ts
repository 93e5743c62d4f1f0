import type { EditorSpan } from '../code-editor-props'
import type { ScannedDirective, TemplateScan } from './scan-template'

/** `#if`, `#foreach`, `#macro` or `#define` and what belongs to it. */
export interface Block {
  readonly opener: ScannedDirective
  /** Its `#elseif` and `#else`. */
  readonly branches: readonly ScannedDirective[]
  /** Null for a block that is not closed. */
  readonly end: ScannedDirective | null
}

const OPENERS = new Set(['if', 'foreach', 'macro', 'define'])

/** All blocks, in the order in which they close; unclosed ones last. A `#end` too many is left out. */
export function blocksOf(scan: TemplateScan): Block[] {
  const open: { opener: ScannedDirective; branches: ScannedDirective[] }[] = []
  const blocks: Block[] = []
  for (const directive of scan.directives) {
    if (OPENERS.has(directive.name)) open.push({ opener: directive, branches: [] })
    else if (directive.name === 'else' || directive.name === 'elseif') open.at(-1)?.branches.push(directive)
    else if (directive.name === 'end') {
      const block = open.pop()
      if (block !== undefined) blocks.push({ ...block, end: directive })
    }
  }
  return [...blocks, ...open.map((block) => ({ ...block, end: null }))]
}

/** From after the opener to its `#end`. */
export function bodyOf(block: Block, text: string): EditorSpan {
  return { start: block.opener.args?.end ?? block.opener.head.end, end: block.end?.head.start ?? text.length }
}
