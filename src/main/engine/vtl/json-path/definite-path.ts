import { JavaList } from '../java/java-list'
import { JavaMap } from '../java/java-map'
import type { JavaValue } from '../java/java-value'
import { invalidPath } from './path-exception'
import type { PathToken } from './path-token'

/**
 * Follows a path that leads to one place at most. `undefined`: nothing is there, which Java says with a PathNotFoundException.
 * Errors: InvalidPathException for an index on what is no list.
 */
export type DefinitePath = (start: JavaValue) => JavaValue | undefined

/** From a value to a part of it. */
type Move = DefinitePath

/** `needsAll`: a map of several members exists only when each is there; else it has those that are. */
export function definitePath(tokens: readonly PathToken[], needsAll: boolean): DefinitePath {
  const moves = tokens.flatMap((token, at) => moveOf(token, at === tokens.length - 1, needsAll) ?? [])
  return (start) => {
    let value: JavaValue | undefined = start
    for (let at = 0; at < moves.length; at++) {
      value = moves[at]!(value)
      if (value === undefined) return undefined
    }
    return value
  }
}

/** Null for `$`, which stays where it is. */
function moveOf(token: PathToken, isLast: boolean, needsAll: boolean): Move | null {
  switch (token.kind) {
    case 'members':
      return token.names.length === 1 ? toMember(token.names[0]!) : toMembers(token.names, isLast, needsAll)
    case 'index':
      return (value) => itemAt(value, token.index)
    case 'fromEnd':
      return (value) => itemAt(value, value instanceof JavaList ? value.items.length + token.offset : 0)
    default:
      return null
  }
}

function toMember(name: string): Move {
  return (value) => {
    if (!(value instanceof JavaMap)) return undefined
    const member = value.get(name)
    return member === null && !value.has(name) ? undefined : member
  }
}

function toMembers(names: readonly string[], isLast: boolean, needsAll: boolean): Move {
  return (value) => {
    if (!(value instanceof JavaMap)) return undefined
    if (!isLast) throw invalidPath('Multi properties can only be used as path leafs')
    return needsAll && !names.every((name) => value.has(name)) ? undefined : membersOf(value, names)
  }
}

/** The members of these names that are there, in the order of the names. */
export function membersOf(map: JavaMap, names: readonly string[]): JavaMap {
  return JavaMap.of(names.filter((name) => map.has(name)).map((name) => [name, map.get(name)] as const))
}

/** The element of a list; `undefined` when it has none there, or the value is null. */
export function itemAt(value: JavaValue, index: number): JavaValue | undefined {
  if (value === null) return undefined
  return listItems(value)[index]
}

/** Errors: InvalidPathException for anything but a list. */
export function listItems(value: JavaValue): readonly JavaValue[] {
  if (value instanceof JavaList) return value.items
  throw invalidPath('An index can only be applied to a list')
}
