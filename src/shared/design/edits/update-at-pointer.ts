import type { Design } from '../design'
import { removeMember, setMember } from './update-in'

/**
 * The value at a JSON pointer set, as in ("/apis/0/name", "Orders"); `undefined` removes it. "-" or the length appends to a list.
 * A pointer through something that does not exist, to the whole, or through `__proto__` changes nothing.
 * The caller answers for the value's shape: no edit of its own exists for it.
 */
export function updateAtPointer(design: Design, pointer: string, value: unknown): Design {
  if (!pointer.startsWith('/')) return design
  const path = pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
  return path.includes('__proto__') ? design : (setAt(design, path, value) as Design)
}

function setAt(container: unknown, path: readonly string[], value: unknown): unknown {
  const [segment, ...rest] = path
  if (segment === undefined) return value
  if (Array.isArray(container)) return setInList(container, segment, rest, value)
  if (typeof container !== 'object' || container === null) return container
  return setInObject(container as Readonly<Record<string, unknown>>, segment, rest, value)
}

function setInObject(
  object: Readonly<Record<string, unknown>>,
  name: string,
  rest: readonly string[],
  value: unknown,
): unknown {
  const isLast = rest.length === 0
  if (isLast && value === undefined) return removeMember(object, name)
  if (!isLast && !Object.hasOwn(object, name)) return object
  return setMember(object, name, isLast ? value : setAt(object[name], rest, value))
}

function setInList(list: readonly unknown[], segment: string, rest: readonly string[], value: unknown): unknown {
  const index = segment === '-' ? list.length : /^(?:0|[1-9]\d*)$/.test(segment) ? Number(segment) : -1
  const isLast = rest.length === 0
  if (index < 0 || index > list.length || (index === list.length && !isLast)) return list
  if (isLast && value === undefined) return index === list.length ? list : list.toSpliced(index, 1)
  const changed = isLast ? value : setAt(list[index], rest, value)
  return index < list.length && Object.is(changed, list[index]) ? list : list.toSpliced(index, 1, changed)
}
