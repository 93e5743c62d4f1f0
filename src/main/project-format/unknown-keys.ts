import { pointerTo, type Diagnostic, type TextRange } from '@shared/diagnostic'
import { isObject } from './json-equal'
import { caseOf, type Shape } from './shape'

type Path = readonly (string | number)[]

/** A warning for each key the format does not know: a slip of the pen, or something of a newer release. It is kept as it is. */
export function findUnknownKeys(
  shape: Shape,
  value: unknown,
  positionOf: (pointer: string) => TextRange | undefined,
): Diagnostic[] {
  return unknownPaths(shape, value, []).map((path) => {
    const pointer = pointerTo(path)
    const range = positionOf(pointer)
    const message = `"${path.at(-1)}" at ${pointer} is not known. It is kept and has no effect; check its spelling.`
    return { code: 'project/unknown-key', severity: 'warning', message, pointer, ...(range && { range }) }
  })
}

function unknownPaths(shape: Shape, value: unknown, path: Path): Path[] {
  if (shape.kind === 'list' || (shape.kind === 'oneOrMore' && Array.isArray(value))) {
    return Array.isArray(value) ? value.flatMap((item, at) => unknownPaths(shape.of, item, [...path, at])) : []
  }
  if (shape.kind === 'oneOrMore') return unknownPaths(shape.of, value, path)
  if (!isObject(value)) return []
  if (shape.kind === 'union') {
    const struct = caseOf(shape, value[shape.by])
    return struct ? unknownPaths(struct, value, path) : []
  }
  return Object.entries(value).flatMap(([key, member]) => {
    const known = memberShape(shape, key)
    if (!known) return [[...path, key]]
    return typeof member === 'object' ? unknownPaths(known, member, [...path, key]) : []
  })
}

function memberShape(shape: Shape, key: string): Shape | undefined {
  if (shape.kind === 'struct') return Object.hasOwn(shape.properties, key) ? shape.properties[key]?.shape : undefined
  if (shape.kind === 'record') return shape.keys?.includes(key) === false ? undefined : shape.of
  return { kind: 'anything' }
}
