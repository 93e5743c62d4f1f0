import type { Chain, Link, MemberLink } from './chain'
import { hasField, isFields, itemsOf, valuesAt } from './json-path-values'
import { membersOf } from './members'
import { ANYTHING, valueOf, valueOfType, type Shape, type ValueShape } from './shape'
import type { Scope } from './scope'

/** What a reference gives, as far as the sample and the reference tell. Null for a variable that is not known. */
export function shapeOfChain(chain: Chain, scope: Scope): Shape | null {
  const start = shapeOfVariable(chain.variable.name, scope)
  return start && chain.links.reduce<Shape>((shape, link) => follow(shape, link, scope.sample), start)
}

function shapeOfVariable(name: string, scope: Scope): Shape | null {
  switch (name) {
    case 'input':
    case 'util':
    case 'context':
    case 'stageVariables':
      return { kind: name, path: '' }
    case 'foreach':
      return scope.isInLoop ? { kind: 'foreach', path: '' } : null
    default:
      return scope.shapeOf(name)
  }
}

function follow(shape: Shape, link: Link, sample: unknown): Shape {
  if (shape.kind === 'value') return link.kind === 'index' ? indexed(shape, link.args) : ofValue(shape, link)
  const name = link.kind === 'index' ? (quoted(link.args) ?? '') : link.name
  if (shape.kind === 'stageVariables') return name === 'keySet' ? valueOfType('Set<String>') : valueOfType('String')
  if (shape.kind === 'context') return ofContext(shape.path, name)
  if (shape.kind === 'input' && link.kind === 'member') return ofInput(link, sample)
  return membersOf(shape).find((member) => member.name === name)?.shape ?? ANYTHING
}

function ofContext(path: string, name: string): Shape {
  const member = membersOf({ kind: 'context', path }).find((each) => each.name === name)
  if (member !== undefined) return member.shape
  const isFree = ['authorizer', 'authorizer.claims'].includes(path) || /^(request|response)Override\./.test(path)
  return isFree ? valueOfType('String') : ANYTHING
}

function ofInput({ name, args }: MemberLink, sample: unknown): Shape {
  if (name === 'params') return args?.trim() === '' ? { kind: 'parameters', path: '' } : valueOfType('String')
  if (name !== 'path') return valueOfType('String')
  const path = quoted(args ?? '')
  const found = path === null ? null : valuesAt(sample, path)
  if (found === null) return ANYTHING
  return found.isIndefinite ? valueOf([found.values]) : valueOf(found.values)
}

function ofValue(shape: ValueShape, link: MemberLink): ValueShape {
  if (link.args === null) return field(shape, link.name)
  switch (link.name) {
    case 'get':
    case 'getOrDefault':
      return indexed(shape, link.args)
    case 'getKey':
    case 'getValue':
      return field(shape, link.name.slice(3).toLowerCase())
    case 'keySet':
      return valueOfType('Set<String>')
    case 'entrySet':
      return { ...valueOfType('Set<Entry>'), samples: shape.samples.map(entriesOf) }
    case 'values':
      return { ...valueOfType('Collection'), samples: shape.samples.map(itemsOf) }
    case 'subList':
      return { ...shape, type: 'List' }
    default: {
      const member = membersOf(shape).find(({ name, kind }) => kind === 'method' && name === link.name)
      return member?.shape.kind === 'value' ? member.shape : ANYTHING
    }
  }
}

function entriesOf(sample: unknown): { key: string; value: unknown }[] {
  return isFields(sample) ? Object.entries(sample).map(([key, value]) => ({ key, value })) : []
}

function field({ samples }: ValueShape, name: string): ValueShape {
  const values = samples.flatMap((sample) => (hasField(sample, name) ? [sample[name]] : []))
  return valueOf(values, samples.length)
}

function indexed(shape: ValueShape, args: string): ValueShape {
  const [first = ''] = args.split(',')
  const name = quoted(first)
  if (name !== null) return field(shape, name)
  if (shape.type === 'String[]') return valueOfType('String')
  return valueOf(shape.samples.flatMap((sample) => (Array.isArray(sample) ? itemsOf(sample) : [])))
}

/** What a loop over it gives for each turn. */
export function itemOf(shape: Shape): Shape {
  if (shape.kind !== 'value') return shape.kind === 'parameters' ? valueOfType('Map') : ANYTHING
  if (shape.type === 'String[]' || shape.type === 'Set<String>') return valueOfType('String')
  const items = valueOf(shape.samples.flatMap(itemsOf))
  return shape.type === 'Set<Entry>' ? { ...items, type: 'Entry' } : items
}

/** The text of a literal in quotes: `'it''s'` is it's. Null for anything else. */
export function quoted(text: string): string | null {
  const trimmed = text.trim()
  const [quote] = trimmed
  if ((quote !== "'" && quote !== '"') || trimmed.length < 2 || trimmed.at(-1) !== quote) return null
  return trimmed.slice(1, -1).replaceAll(quote + quote, quote)
}
