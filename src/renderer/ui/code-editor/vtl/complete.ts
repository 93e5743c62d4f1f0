import { asSnippet } from '@shared/templates/snippet-text'
import type { EditorSpan } from '../code-editor-props'
import { chainEndingAt, dollarBefore, nameBefore } from './chain'
import { completeDirective } from './complete-directive'
import { completeString } from './complete-string'
import type { Completion } from './completion'
import { entryText, sampleText, typeText } from './describe'
import { shapeOfChain } from './follow'
import { membersOf, referenceGroup, type Member } from './members'
import { isSilent, scanTemplate } from './scan-template'
import { scopeAt, type Scope } from './scope'
import { stringPlaceAt } from './string-place'

/** What could be written at a place of a template. `sample` is the parsed body of the event, undefined without one. */
export function completeVtl(text: string, offset: number, sample: unknown): Completion[] {
  const scan = scanTemplate(text)
  if (isSilent(scan, offset)) return []
  const scope = scopeAt(text, offset, sample, scan)
  const start = nameBefore(text, offset)?.start ?? offset
  const span: EditorSpan = { start, end: offset }
  if (dollarBefore(text, start) !== null) return completeVariable(span, scope)
  const owner = text[start - 1] === '.' ? chainEndingAt(text, start - 1) : null
  if (owner !== null) {
    const shape = shapeOfChain(owner, scope)
    return shape === null ? [] : membersOf(shape).map((member) => completeMember(member, span))
  }
  const place = stringPlaceAt(text, offset)
  if (place !== null) return completeString(text, offset, place, scope)
  return text[start - 1] === '#' ? completeDirective({ start: start - 1, end: offset }) : []
}

function completeVariable(span: EditorSpan, scope: Scope): Completion[] {
  const own = scope.names.map((name) => {
    const shape = scope.shapeOf(name)
    const doc = shape?.kind === 'value' ? sampleText(shape).join('\n\n') : ''
    return variable(name, span, shape === null ? '' : typeText(shape), doc)
  })
  const names = ['input', 'context', 'util', 'stageVariables', ...(scope.isInLoop ? ['foreach'] : [])] as const
  const given = names.map((name) => variable(name, span, '', referenceGroup(name as 'input').doc))
  return [...own, ...given]
}

function variable(name: string, span: EditorSpan, detail: string, doc: string): Completion {
  return { label: `$${name}`, kind: 'variable', detail, doc, insert: name, isSnippet: false, ...span }
}

function completeMember({ name, kind, shape, entry }: Member, span: EditorSpan): Completion {
  if (entry === undefined) {
    const doc = shape.kind === 'value' ? sampleText(shape).join('\n\n') : ''
    return { label: name, kind, detail: typeText(shape), doc, ...insertionOf(name), ...span }
  }
  const insert = kind === 'method' ? callOf(entry.insert, name) : asSnippet(name)
  const label = kind === 'method' ? callOf(entry.signature, name) : name
  return { label, kind, detail: entry.returns, doc: entryText(entry).join('\n\n'), insert, isSnippet: true, ...span }
}

/** "path('\$.')" of "\$input.path('\$.')": from the name on. */
function callOf(written: string, name: string): string {
  return written.slice(Math.max(0, written.indexOf(`${name}(`)))
}

/** A member whose name Velocity cannot read after a dot is asked for by `get`. */
function insertionOf(name: string): Pick<Completion, 'insert' | 'isSnippet'> {
  if (/^[A-Za-z][\w-]*$/.test(name)) return { insert: name, isSnippet: false }
  return { insert: `get('${name.replaceAll("'", "''")}')`, isSnippet: false }
}
