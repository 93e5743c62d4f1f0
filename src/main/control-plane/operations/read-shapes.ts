import type { Member, MemberPlace, ScalarKind, Shape, StructureShape } from './operation'

const SCALARS: ReadonlySet<string> = new Set<ScalarKind>([
  'string',
  'boolean',
  'integer',
  'long',
  'double',
  'blob',
  'timestamp',
  'dateTime',
])

const PLACES: Readonly<Record<string, MemberPlace>> = { '?': 'query', '~': 'header', '*': 'payload' }

/** "?name!=client:type": the sign of the place, the name on the wire, whether it is required, what clients call it, its type. */
const MEMBER = /^([?~*]?)([^!=:]+)(!?)(?:=([^:]+))?(?::(.+))?$/

/** The data of one service, by name. */
export interface ShapeBook {
  /** "[ApiStage]", "{boolean}", "integer", "QuotaPeriod"; "[]" and "{}" hold texts. */
  shapeOf(type: string): Shape
  /** A member as it is written in a line. */
  memberOf(text: string): Member
  structure(name: string): StructureShape
}

/**
 * Reads lines "Name {} member member ..." (a structure) and "Name = value value ..." (a text with certain values). A line that begins
 * with a blank goes on with the one before it. Members of structures are looked up when they are asked for, since shapes can hold
 * themselves. `clientNameOf`: what clients call a member for which the line says nothing.
 */
export function readShapes(text: string, clientNameOf: (name: string) => string): ShapeBook {
  const entries = new Map(logicalLines(text).map(([name = '', sign, ...rest]) => [name, { sign, rest }] as const))
  const structures = new Map<string, StructureShape>()

  function structure(name: string): StructureShape {
    const known = structures.get(name)
    if (known !== undefined) return known
    const words = entries.get(name)?.rest ?? []
    let members: readonly Member[] | undefined
    const shape: StructureShape = {
      kind: 'structure',
      name,
      get members() {
        members ??= words.map(memberOf)
        return members
      },
    }
    structures.set(name, shape)
    return shape
  }

  function shapeOf(type: string): Shape {
    if (type.startsWith('[')) return { kind: 'list', of: shapeOf(type.slice(1, -1)) }
    if (type.startsWith('{')) return { kind: 'map', of: shapeOf(type.slice(1, -1)) }
    if (type === '') return { kind: 'string' }
    if (SCALARS.has(type)) return { kind: type as ScalarKind }
    const entry = entries.get(type)
    return entry?.sign === '=' ? { kind: 'string', values: entry.rest } : structure(type)
  }

  function memberOf(word: string): Member {
    const [, sign = '', name = '', required, clientName, type = 'string'] = MEMBER.exec(word) ?? []
    return {
      name,
      clientName: clientName ?? clientNameOf(name),
      place: PLACES[sign] ?? 'body',
      isRequired: required === '!',
      shape: shapeOf(type),
    }
  }

  return { shapeOf, memberOf, structure }
}

/** The words of every line, with those of the lines that go on with it. */
export function logicalLines(text: string): string[][] {
  return text
    .trim()
    .split(/\n(?=\S)/)
    .map((line) => line.trim().split(/\s+/))
}
