import type { EditorSpan } from '../code-editor-props'
import { blocksOf } from './blocks'
import { chainEndingAt, type Chain } from './chain'
import { isJsonPath } from './complete-string'
import { entryText, sampleText, typeText } from './describe'
import { shapeOfChain } from './follow'
import { valuesAt } from './json-path-values'
import { membersOf, referenceGroup } from './members'
import { isSilent, scanTemplate, type ScannedDirective, type TemplateScan } from './scan-template'
import { scopeAt, type Scope } from './scope'
import { valueOf } from './shape'
import { stringPlaceAt } from './string-place'

/** What to show over a part of a template. The span is what it explains. */
export interface HoverText extends EditorSpan {
  /** A signature or a name with its type, as code. */
  readonly title: string
  /** Plain sentences, a paragraph each. */
  readonly body: readonly string[]
}

/** Explains the directive, variable, member or JSONPath at a place of a template; null where there is none. */
export function hoverVtl(text: string, offset: number, sample: unknown): HoverText | null {
  const scan = scanTemplate(text)
  if (isSilent(scan, offset)) return null
  const directive = scan.directives.find(({ head }) => head.start <= offset && offset < head.end)
  if (directive !== undefined) return hoverDirective(text, directive, scan)
  const scope = scopeAt(text, offset, sample, scan)
  const word = wordAt(text, offset)
  const chain = word && chainEndingAt(text, word.end)
  if (chain !== null && word !== null) return hoverReference(chain, word, scope)
  return hoverPath(text, offset, scope)
}

/** The name at a place; at a dollar sign, the name after it. */
function wordAt(text: string, offset: number): EditorSpan | null {
  const from = text[offset] === '$' ? offset + /^\$!?\{?/.exec(text.slice(offset, offset + 3))![0].length : offset
  let [start, end] = [from, from]
  while (start > 0 && /[\w-]/.test(text[start - 1]!)) start -= 1
  while (end < text.length && /[\w-]/.test(text[end]!)) end += 1
  return start === end ? null : { start, end }
}

function hoverDirective(text: string, { name, head }: ScannedDirective, scan: TemplateScan): HoverText | null {
  const entry = referenceGroup('directives').entries.find((each) => each.name === `#${name}`)
  if (entry !== undefined) return { title: entry.signature, body: entryText(entry), ...head }
  const macro = blocksOf(scan).find(({ opener }) => opener.name === 'macro' && macroName(text, opener) === name)
  const args = macro?.opener.args
  if (args === undefined || args === null) return null
  return { title: `#macro(${text.slice(args.start, args.end).trim()})`, body: ['A macro of this template.'], ...head }
}

function macroName(text: string, { args }: ScannedDirective): string {
  return args === null ? '' : (/[\w-]+/.exec(text.slice(args.start, args.end))?.[0] ?? '')
}

function hoverReference(chain: Chain, word: EditorSpan, scope: Scope): HoverText | null {
  const links = chain.links.slice(0, -1)
  const last = chain.links.at(-1)
  if (last === undefined) return hoverVariable(chain, scope)
  const owner = shapeOfChain({ ...chain, links }, scope)
  if (owner === null || last.kind === 'index') return null
  const span = { start: last.start, end: word.end }
  const member = membersOf(owner).find(({ name }) => name === last.name)
  if (member?.entry !== undefined) {
    const { signature, returns } = member.entry
    return { title: returns === '' ? signature : `${signature}: ${returns}`, body: entryText(member.entry), ...span }
  }
  const shape = member?.shape ?? shapeOfChain(chain, scope)
  if (shape === null) return null
  if (shape.kind !== 'value') return { title: `${last.name}: Map`, body: ['Has members of its own.'], ...span }
  const isMissing =
    owner.kind === 'value' && owner.type === 'Map' && owner.samples.length > 0 && shape.samples.length === 0
  const body = isMissing ? ['Not in this event: prints nothing.'] : sampleText(shape)
  return { title: `${last.name}: ${typeText(shape)}`, body, ...span }
}

const GIVEN = ['input', 'context', 'util', 'stageVariables', 'foreach'] as const

function hoverVariable({ start, variable }: Chain, scope: Scope): HoverText | null {
  const span = { start, end: variable.end }
  const given = GIVEN.find((name) => name === variable.name)
  if (given !== undefined) return { title: `$${given}`, body: [referenceGroup(given).doc], ...span }
  const shape = scope.shapeOf(variable.name)
  if (shape === null) {
    return {
      title: `$${variable.name}`,
      body: ['Nothing before this place sets it: it prints nothing, equals "".'],
      ...span,
    }
  }
  const body = shape.kind === 'value' ? sampleText(shape) : []
  return { title: `$${variable.name}: ${typeText(shape)}`, body, ...span }
}

/** The JSONPath as far as the step under the pointer. */
function hoverPath(text: string, offset: number, scope: Scope): HoverText | null {
  const place = stringPlaceAt(text, offset)
  const owner = place && shapeOfChain(place.owner, scope)
  if (place === null || owner === null || !isJsonPath(owner, place)) return null
  const end = /[.[\]'"()]/.exec(text.slice(offset))
  const until = end === null ? offset : offset + end.index + (text[offset + end.index] === ']' ? 1 : 0)
  const path = text.slice(place.start, until)
  const found = valuesAt(scope.sample, path.replaceAll("''", "'"))
  if (path === '' || found === null) return null
  const shape = found.isIndefinite ? valueOf([found.values]) : valueOf(found.values)
  const body = found.values.length === 0 ? ['Not in this event.'] : sampleText(shape)
  return {
    title: `${path}: ${found.values.length === 0 ? 'missing' : typeText(shape)}`,
    body,
    start: place.start,
    end: until,
  }
}
