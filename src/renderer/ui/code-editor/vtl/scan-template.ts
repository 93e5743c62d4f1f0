import type { EditorSpan } from '../code-editor-props'

/** A directive, or a macro's call, as `#name` or `#{name}`. */
export interface ScannedDirective {
  /** "set", without the number sign. */
  readonly name: string
  /** From the number sign to the end of the name. */
  readonly head: EditorSpan
  /** What stands between its parentheses; null without any. */
  readonly args: EditorSpan | null
}

export interface TemplateScan {
  readonly directives: readonly ScannedDirective[]
  /** Comments and `#[[ ]]#`, in order: nothing in them is run. */
  readonly silent: readonly SilentPart[]
}

export interface SilentPart extends EditorSpan {
  readonly kind: 'comment' | 'literal'
  /** Whether what is written at its end belongs to it: a line comment, or a part that is not closed. */
  readonly isOpen: boolean
}

const NAME = /#(?:\{@?([A-Za-z_][\w-]*)\}|@?([A-Za-z_][\w-]*))/y
const OPENING = /[ \t]*\(/y
/** A directive at the start of a line: parentheses that were not closed by then never were meant to go on. */
const NEXT_DIRECTIVE = /[ \t]*#\{?(?:set|if|elseif|else|end|foreach|break|stop|macro|define)\b/y
const WITHOUT_ARGS = new Set(['else', 'end', 'break', 'stop'])
/** Longer parentheses are taken for unclosed ones. */
const MAX_ARGS = 20_000

/**
 * The directives of a template, for an editor: never fails, and half-written ones take only their line. One pass; the template's own
 * parser says what is wrong with it.
 */
export function scanTemplate(text: string): TemplateScan {
  const directives: ScannedDirective[] = []
  const silent: SilentPart[] = []
  const marks = /[#\\]/g
  let isPatient = true
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const at = mark.index
    const part = text[at] === '#' ? silentPart(text, at) : null
    if (part !== null) silent.push(part)
    if (text[at] === '\\') marks.lastIndex = afterBackslashes(text, at)
    if (part !== null) marks.lastIndex = part.end
    if (text[at] === '\\' || part !== null) continue
    const head = directiveHead(text, at)
    if (head === null) continue
    const args = WITHOUT_ARGS.has(head.name) ? null : argsAfter(text, head.end, isPatient)
    // One search to the end of the text is enough, however many there are.
    if (args?.isClosed === false) isPatient = false
    directives.push({ name: head.name, head: { start: at, end: head.end }, args: args && args.span })
    marks.lastIndex = args?.span.end ?? head.end
  }
  return { directives, silent }
}

/** `\#if` is text, `\\#if` is a backslash and a directive. */
function afterBackslashes(text: string, at: number): number {
  let end = at
  while (text[end] === '\\') end += 1
  return (end - at) % 2 === 1 && text[end] === '#' ? end + 1 : end
}

function silentPart(text: string, start: number): SilentPart | null {
  if (text.startsWith('##', start)) return { kind: 'comment', start, end: lineEnd(text, start), isOpen: true }
  if (text.startsWith('#*', start)) return { kind: 'comment', start, ...afterMark(text, '*#', start + 2) }
  if (text.startsWith('#[[', start)) return { kind: 'literal', start, ...afterMark(text, ']]#', start + 3) }
  return null
}

function afterMark(text: string, mark: string, from: number): { end: number; isOpen: boolean } {
  const at = text.indexOf(mark, from)
  return at < 0 ? { end: text.length, isOpen: true } : { end: at + mark.length, isOpen: false }
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at < 0 ? text.length : at
}

function directiveHead(text: string, at: number): { name: string; end: number } | null {
  NAME.lastIndex = at
  const match = NAME.exec(text)
  return match && { name: match[1] ?? match[2] ?? '', end: NAME.lastIndex }
}

function argsAfter(text: string, from: number, isPatient: boolean): { span: EditorSpan; isClosed: boolean } | null {
  OPENING.lastIndex = from
  if (!OPENING.test(text)) return null
  const start = OPENING.lastIndex
  const close = closingParenthesis(text, start, isPatient ? start + MAX_ARGS : lineEnd(text, start))
  return { span: { start, end: close ?? lineEnd(text, start) }, isClosed: close !== null }
}

function closingParenthesis(text: string, from: number, limit: number): number | null {
  let depth = 0
  let quote = ''
  for (let at = from; at < Math.min(text.length, limit); at += 1) {
    const char = text[at]!
    if (char === '\n' && isDirectiveLine(text, at + 1)) return null
    if (quote !== '') quote = char === quote ? '' : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === '(') depth += 1
    else if (char === ')' && depth === 0) return at
    else if (char === ')') depth -= 1
  }
  return null
}

function isDirectiveLine(text: string, at: number): boolean {
  NEXT_DIRECTIVE.lastIndex = at
  return NEXT_DIRECTIVE.test(text)
}

/** Whether nothing at this place is run. */
export function isSilent(scan: TemplateScan, offset: number): boolean {
  return scan.silent.some(({ start, end, isOpen }) => start < offset && (offset < end || (isOpen && offset === end)))
}
