import type { Shape, StructureShape } from '../../../control-plane/operations/operation'
import { isRecord } from '../../json-place'

/** An answer under the names that clients have for its members, as the command line prints it. */
export function toClient(output: unknown, shape: StructureShape | null): unknown {
  return shape === null ? null : renamed(output, shape)
}

function renamed(value: unknown, shape: Shape): unknown {
  if (shape.kind === 'list') return Array.isArray(value) ? value.map((item) => renamed(item, shape.of)) : value
  if (!isRecord(value)) return value
  if (shape.kind === 'map') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamed(item, shape.of)]))
  }
  if (shape.kind !== 'structure') return value
  const entries = shape.members.flatMap(({ name, clientName, shape: own }) =>
    Object.hasOwn(value, name) && value[name] !== undefined ? [[clientName, renamed(value[name], own)] as const] : [],
  )
  return Object.fromEntries(entries)
}
