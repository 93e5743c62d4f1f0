import type { Completion } from './completion'
import { sampleText, typeText } from './describe'
import { shapeOfChain } from './follow'
import { isFields, valuesAt } from './json-path-values'
import { membersOf, type Member } from './members'
import type { Scope } from './scope'
import type { Shape } from './shape'
import { valueOf } from './shape'
import type { StringPlace } from './string-place'

/** Methods of a Map whose first argument is a member's name. */
const BY_NAME = new Set(['get', 'getOrDefault', 'containsKey', 'put', 'remove'])
const PLAIN_NAME = /^[A-Za-z_][\w-]*$/

/** What could be written in a text in quotes: a JSONPath, or the name of a member. */
export function completeString(text: string, offset: number, place: StringPlace, scope: Scope): Completion[] {
  const shape = shapeOfChain(place.owner, scope)
  if (shape === null) return []
  if (isJsonPath(shape, place)) return completePath(text, offset, place, scope.sample)
  if (place.method !== null && !BY_NAME.has(place.method)) return []
  const names = membersOf(shape).filter(({ kind }) => kind === 'field' || shape.kind === 'context')
  return names.map((member) => ({
    ...described(member),
    insert: member.name.replaceAll(place.quote, place.quote + place.quote),
    start: place.start,
    end: offset,
  }))
}

export function isJsonPath(shape: Shape, { method }: StringPlace): boolean {
  return shape.kind === 'input' && (method === 'path' || method === 'json')
}

function completePath(text: string, offset: number, place: StringPlace, sample: unknown): Completion[] {
  const written = text.slice(place.start, offset)
  if (written === '') {
    const whole = valueOf(sample === undefined ? [] : [sample])
    const doc = sampleText(whole).join('\n\n')
    return [
      {
        label: '$',
        kind: 'field',
        detail: typeText(whole),
        doc,
        insert: '$',
        isSnippet: false,
        start: offset,
        end: offset,
      },
    ]
  }
  const dot = written.lastIndexOf('.')
  const partial = written.slice(dot + 1)
  if (dot < 0 || !/^[^[\](){}'"]*$/.test(partial)) return []
  const found = valuesAt(sample, written.slice(0, dot))
  const owner = found && valueOf(found.values.filter(isFields))
  const start = place.start + dot
  return owner === null ? [] : membersOf(owner).flatMap((member) => pathSteps(member, place.quote, start, offset))
}

/** A member, and for a list also its items. The span begins at the dot, which a name in brackets replaces. */
function pathSteps(member: Member, quote: string, start: number, end: number): Completion[] {
  if (member.kind !== 'field' || /['"]/.test(member.name)) return []
  const name = quote === "'" ? `[''${member.name}'']` : `['${member.name}']`
  const step = PLAIN_NAME.test(member.name) ? `.${member.name}` : name
  const isList = member.shape.kind === 'value' && member.shape.type === 'List'
  const each = described(member)
  return ['', ...(isList ? ['[0]', '[*]'] : [])].map((items) => ({
    ...each,
    label: member.name + items,
    detail: items === '' ? each.detail : items === '[*]' ? 'of every item' : 'of the first item',
    insert: step + items,
    start,
    end,
  }))
}

function described({ name, shape }: Member): Omit<Completion, 'start' | 'end' | 'insert'> {
  const doc = shape.kind === 'value' ? sampleText(shape).join('\n\n') : ''
  return { label: name, kind: 'field', detail: typeText(shape), doc, isSnippet: false }
}
