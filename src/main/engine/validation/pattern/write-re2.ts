import { complement, type CodePoints } from './code-points'
import type { PatternNode, RepeatNode } from './pattern-node'

/**
 * The same pattern in the syntax of RE2, or null when RE2 has no word for a part of it (lookaround, backreferences).
 * Captures are dropped: only whether a text matches is asked for.
 */
export function writeRe2(node: PatternNode): string | null {
  switch (node.kind) {
    case 'set':
      return writeSet(node.set)
    case 'start':
      return '\\A'
    case 'end':
      return '\\z'
    case 'boundary':
      return node.isNegated ? '\\B' : '\\b'
    case 'sequence':
      return joinAll(node.parts, '')
    case 'choice':
      return group(joinAll(node.options, '|'))
    case 'capture':
      return group(writeRe2(node.body))
    case 'repeat':
      return writeRepeat(node)
    case 'look':
    case 'backreference':
      return null
  }
}

function joinAll(nodes: readonly PatternNode[], separator: string): string | null {
  const texts = nodes.map(writeRe2)
  return texts.includes(null) ? null : texts.join(separator)
}

function group(text: string | null): string | null {
  return text === null ? null : `(?:${text})`
}

function writeRepeat({ body, min, max }: RepeatNode): string | null {
  const repeated = group(writeRe2(body))
  if (repeated === null) return null
  if (max === Infinity && min <= 1) return repeated + (min === 0 ? '*' : '+')
  return `${repeated}{${min},${max === Infinity ? '' : max}}`
}

function writeSet(set: CodePoints): string {
  if (set.length === 0) return `[^${writeRanges(complement(set))}]`
  return `[${writeRanges(set)}]`
}

function writeRanges(set: CodePoints): string {
  return set.map(([from, to]) => (from === to ? hex(from) : `${hex(from)}-${hex(to)}`)).join('')
}

function hex(codePoint: number): string {
  return `\\x{${codePoint.toString(16)}}`
}
