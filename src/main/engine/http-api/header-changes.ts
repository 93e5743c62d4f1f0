import type { HeaderList } from '../mapping/header-list'
import { compileMappingValue, mappingText, type MappingValue } from './mapping-value'
import type { MappingSource } from './mapping-source'

type Operation = 'append' | 'overwrite' | 'remove'

/** One entry of a parameter mapping: "append:header.x" and its value. */
export interface ParameterChange {
  readonly operation: Operation
  readonly target: 'header' | 'querystring' | 'path' | 'statuscode'
  /** "" for a path and a status. */
  readonly name: string
  readonly value: MappingValue
}

const ENTRY = /^(append|overwrite|remove):(header|querystring)\.(.+)$/s
const WHOLE = /^overwrite:(path|statuscode)$/
const ORDER: readonly Operation[] = ['remove', 'overwrite', 'append']

/** The entries that mean something, in the order they are applied: remove, overwrite, append. Source: http-api.md 8.4. */
export function compileChanges(parameters: Readonly<Record<string, string>> | undefined): ParameterChange[] {
  const changes = Object.entries(parameters ?? {}).flatMap(([key, text]): ParameterChange[] => {
    const value = compileMappingValue(text)
    const [, whole] = WHOLE.exec(key) ?? []
    if (whole !== undefined)
      return [{ operation: 'overwrite', target: whole as 'path' | 'statuscode', name: '', value }]
    const [, operation, target, name] = ENTRY.exec(key) ?? []
    if (name === undefined) return []
    return [{ operation: operation as Operation, target: target as 'header' | 'querystring', name, value }]
  })
  return ORDER.flatMap((operation) => changes.filter((change) => change.operation === operation))
}

/** A change with what its value comes to, or without one where a source is missing. */
export interface ResolvedChange extends ParameterChange {
  readonly text: string | undefined
}

/** Every value is taken from the original request or answer, so that a rename works whatever the order of its entries. */
export function resolveChanges(changes: readonly ParameterChange[], source: MappingSource): ResolvedChange[] {
  return changes.map((change) => ({ ...change, text: mappingText(change.value, source) }))
}

/** Pairs of one target after its changes; `isSame` tells whether a pair has a name, `pair` makes a new one. */
export function applyChanges<Pair>(
  pairs: readonly Pair[],
  changes: readonly ResolvedChange[],
  isSame: (pair: Pair, name: string) => boolean,
  pair: (name: string, value: string) => Pair,
): readonly Pair[] {
  let result = pairs
  for (const { operation, name, text } of changes) {
    if (operation === 'remove') result = result.filter((one) => !isSame(one, name))
    else if (text !== undefined) {
      const kept = operation === 'append' ? result : result.filter((one) => !isSame(one, name))
      result = [...kept, pair(name, text)]
    }
  }
  return result
}

export function applyHeaderChanges(headers: HeaderList, changes: readonly ResolvedChange[]): HeaderList {
  return applyChanges(
    headers,
    changes,
    ([other], name) => other.toLowerCase() === name.toLowerCase(),
    (name, value) => [name, value] as const,
  )
}
