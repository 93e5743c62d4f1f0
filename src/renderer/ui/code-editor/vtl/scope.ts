import type { EditorSpan } from '../code-editor-props'
import { blocksOf, bodyOf, type Block } from './blocks'
import { chainEndingAt } from './chain'
import { itemOf, quoted, shapeOfChain } from './follow'
import { scanTemplate, type ScannedDirective, type TemplateScan } from './scan-template'
import { ANYTHING, valueOf, valueOfType, type Shape } from './shape'

/** What is known at one place of a template. */
export interface Scope {
  /** The parsed body of the event, undefined without one. */
  readonly sample: unknown
  readonly isInLoop: boolean
  /** Variables that have been set by here, each once, the latest first. */
  readonly names: readonly string[]
  /** Null for a variable that nothing sets. */
  readonly shapeOf: (name: string) => Shape | null
}

/** A variable and where in the text it is known. */
interface Binding extends EditorSpan {
  readonly kind: 'set' | 'foreach' | 'text' | 'parameter'
  readonly name: string
  /** What it is set to, or looped over. */
  readonly expression: EditorSpan
}

const SET = /^\s*\$!?\{?([A-Za-z_][\w-]*)\}?\s*=/
const FOREACH = /^\s*\$!?\{?([A-Za-z_][\w-]*)\}?\s+in\s/
const VARIABLE = /\$!?\{?([A-Za-z_][\w-]*)/g
/** How many variables are followed from one to the next. */
const MAX_DEPTH = 20

export function scopeAt(text: string, offset: number, sample: unknown, scan: TemplateScan = scanTemplate(text)): Scope {
  const blocks = blocksOf(scan)
  return scopeOf({ text, sample, bindings: bindingsOf(text, scan, blocks), loops: loopsOf(text, blocks) }, offset, 0)
}

interface Known {
  readonly text: string
  readonly sample: unknown
  readonly bindings: readonly Binding[]
  readonly loops: readonly EditorSpan[]
}

function scopeOf(known: Known, offset: number, depth: number): Scope {
  const isHere = ({ start, end }: EditorSpan): boolean => start < offset && offset <= end
  return {
    sample: known.sample,
    isInLoop: known.loops.some(isHere),
    get names() {
      return [
        ...new Set(
          known.bindings
            .filter(isHere)
            .toReversed()
            .map(({ name }) => name),
        ),
      ]
    },
    shapeOf(name) {
      const binding = known.bindings.findLast((each) => each.name === name && isHere(each))
      if (binding === undefined) return null
      if (depth >= MAX_DEPTH) return ANYTHING
      return shapeOfBinding(binding, known.text, scopeOf(known, binding.expression.start, depth + 1))
    },
  }
}

function shapeOfBinding({ kind, expression }: Binding, text: string, scope: Scope): Shape {
  if (kind === 'text') return valueOfType('String')
  if (kind === 'parameter') return ANYTHING
  const shape = shapeOfExpression(text, expression, scope)
  return kind === 'foreach' ? itemOf(shape) : shape
}

function shapeOfExpression(text: string, { start, end }: EditorSpan, scope: Scope): Shape {
  const written = text.slice(start, end)
  const expression = written.trim()
  const from = start + written.indexOf(expression)
  const chain = expression.startsWith('$')
    ? chainEndingAt(text, withoutBrace(text, from, from + expression.length))
    : null
  if (chain?.start === from) return shapeOfChain(chain, scope) ?? ANYTHING
  return shapeOfLiteral(expression)
}

/** `${item}` is read as far as its name. */
function withoutBrace(text: string, from: number, end: number): number {
  return /^\$!?\{/.test(text.slice(from, from + 3)) && text[end - 1] === '}' ? end - 1 : end
}

function shapeOfLiteral(expression: string): Shape {
  if (quoted(expression) !== null) return valueOfType('String')
  if (/^-?\d+$/.test(expression)) return valueOfType('Integer')
  if (/^-?\d*\.\d+$/.test(expression)) return valueOfType('Double')
  if (expression === 'true' || expression === 'false') return valueOfType('Boolean')
  if (!/^[[{]/.test(expression)) return ANYTHING
  try {
    return valueOf([JSON.parse(expression)])
  } catch {
    return valueOfType(expression.startsWith('[') ? 'List' : 'Map')
  }
}

function loopsOf(text: string, blocks: readonly Block[]): EditorSpan[] {
  return blocks.filter(({ opener }) => opener.name === 'foreach').map((block) => bodyOf(block, text))
}

/** In the order of the text. */
function bindingsOf(text: string, scan: TemplateScan, blocks: readonly Block[]): Binding[] {
  const bodies = new Map(blocks.map((block) => [block.opener, bodyOf(block, text)]))
  return scan.directives.flatMap((directive) => bindingsOfOne(text, directive, bodies.get(directive)))
}

function bindingsOfOne(text: string, { name, args }: ScannedDirective, body: EditorSpan | undefined): Binding[] {
  if (args === null) return []
  const written = text.slice(args.start, args.end)
  const rest = { start: args.end, end: text.length }
  if (name === 'set') return bound('set', SET.exec(written), args, rest)
  if (name === 'foreach' && body !== undefined) return bound('foreach', FOREACH.exec(written), args, body)
  if (name === 'define')
    return [...written.matchAll(VARIABLE)]
      .slice(0, 1)
      .map(([, each = '']) => ({ kind: 'text', name: each, ...rest, expression: args }))
  if (name !== 'macro' || body === undefined) return []
  return [...written.matchAll(VARIABLE)].map(([, each = '']) => ({
    kind: 'parameter',
    name: each,
    ...body,
    expression: args,
  }))
}

function bound(kind: 'set' | 'foreach', match: RegExpExecArray | null, args: EditorSpan, known: EditorSpan): Binding[] {
  if (match === null) return []
  const [head, name = ''] = match
  return [{ kind, name, ...known, expression: { start: args.start + head.length, end: args.end } }]
}
