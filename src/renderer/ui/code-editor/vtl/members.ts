import type { ReferenceEntry, ReferenceGroup, ReferenceGroupId } from '@shared/templates/reference-entry'
import { VTL_REFERENCE } from '@shared/templates/vtl-reference'
import { isFields } from './json-path-values'
import {
  ANYTHING,
  methodGroupOf,
  rawType,
  valueOf,
  valueOfType,
  type HostShape,
  type Shape,
  type ValueShape,
} from './shape'

/** What can stand after a dot. */
export interface Member {
  /** "path", "customerId", "identity". */
  readonly name: string
  readonly kind: 'field' | 'method' | 'property'
  readonly shape: Shape
  /** Absent for a field of the sample and for the way to deeper members. */
  readonly entry?: ReferenceEntry
}

/** What an array and a Set know of the methods of a List. */
const SUBSETS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'String[]': ['size', 'isEmpty', 'get', 'contains', 'indexOf', 'lastIndexOf', 'set'],
    Set: ['size', 'isEmpty', 'contains', 'toString'],
    Collection: ['size', 'isEmpty', 'contains', 'toString'],
  }),
)

export function referenceGroup(id: ReferenceGroupId): ReferenceGroup {
  return VTL_REFERENCE.find((group) => group.id === id)!
}

/** Everything that can stand after `shape.`, fields of the sample first. */
export function membersOf(shape: Shape): Member[] {
  if (shape.kind === 'value') return [...(shape.type === 'Entry' ? [] : fieldsOf(shape)), ...methodsOf(shape)]
  return HOST_MEMBERS[shape.kind](shape)
}

const HOST_MEMBERS: Readonly<Record<HostShape['kind'], (shape: HostShape) => Member[]>> = {
  input: () =>
    referenceGroup('input')
      .entries.filter(({ name }) => !name.startsWith('params().'))
      .map(inputMember),
  parameters: () => parameterMembers(),
  util: () => referenceGroup('util').entries.map((entry) => entryMember(entry, entry.name, 'method')),
  stageVariables: () =>
    referenceGroup('stageVariables')
      .entries.filter(({ name }) => name === 'keySet')
      .map((entry) => entryMember(entry, entry.name, 'method')),
  context: contextMembers,
  foreach: () => referenceGroup('foreach').entries.map((entry) => entryMember(entry, entry.name, 'property')),
}

function inputMember(entry: ReferenceEntry): Member {
  const member = entryMember(entry, entry.name.replace('()', ''), entry.name === 'body' ? 'property' : 'method')
  return entry.name === 'params()' ? { ...member, shape: { kind: 'parameters', path: '' } } : member
}

function parameterMembers(): Member[] {
  const entries = referenceGroup('input').entries.filter(({ name }) => name.startsWith('params().'))
  return [
    ...entries.map((entry) => entryMember(entry, entry.name.slice('params().'.length), 'property')),
    ...methodsOf(valueOfType('Map')),
  ]
}

function entryMember(entry: ReferenceEntry, name: string, kind: Member['kind']): Member {
  const shape: Shape = entry.returns === 'Foreach' ? { kind: 'foreach', path: '' } : valueOfType(entry.returns)
  return { name, kind, shape, entry }
}

/** The next part of each name that goes on from here; a part that stands for any name has nothing to offer. */
function contextMembers({ path }: HostShape): Member[] {
  const prefix = path === '' ? '' : `${path}.`
  const found = new Map<string, Member>()
  for (const entry of referenceGroup('context').entries) {
    if (!entry.name.startsWith(prefix)) continue
    const [name = '', ...deeper] = entry.name.slice(prefix.length).split('.')
    if (name === 'name' || found.has(name)) continue
    const member: Member = { name, kind: 'property', shape: { kind: 'context', path: `${prefix}${name}` } }
    found.set(name, deeper.length > 0 ? member : entryMember(entry, name, 'property'))
  }
  return [...found.values()]
}

/** Members of the sample's objects. A member that only some of them have is missing in the others. */
function fieldsOf({ samples }: ValueShape): Member[] {
  const objects = samples.filter(isFields)
  const values = new Map<string, unknown[]>()
  for (const object of objects) {
    for (const [name, value] of Object.entries(object)) {
      const known = values.get(name)
      if (known === undefined) values.set(name, [value])
      else known.push(value)
    }
  }
  return [...values].map(([name, each]) => ({ name, kind: 'field', shape: valueOf(each, objects.length) }))
}

function methodsOf({ type }: ValueShape): Member[] {
  const subset = SUBSETS.get(rawType(type))
  return referenceGroup(methodGroupOf(type))
    .entries.filter(({ name }) => subset === undefined || subset.includes(name))
    .map((entry) => ({
      name: entry.name,
      kind: entry.insert.includes('(') ? 'method' : 'property',
      shape: entry.returns === '' ? ANYTHING : valueOfType(entry.returns),
      entry,
    }))
}
