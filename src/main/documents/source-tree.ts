/** What JSON can say. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject
export interface JsonObject {
  readonly [key: string]: JsonValue
}

/** A value together with where it stands in its text. Offsets count UTF-16 units; `end` is exclusive and leaves out comments. */
export type SourceNode = SourceScalar | SourceMap | SourceSequence | SourceAlias

interface Located {
  readonly start: number
  readonly end: number
}

/** `isBlock`: YAML's `|` and `>` forms. */
export interface SourceScalar extends Located {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
  readonly isBlock: boolean
}

/** `isFlow`: written with brackets. `isIrregular`: has merge keys or `?` keys, so its pairs do not tell all of its text. */
export interface SourceMap extends Located {
  readonly kind: 'map'
  readonly value: JsonObject
  readonly isFlow: boolean
  readonly isIrregular: boolean
  readonly pairs: readonly SourcePair[]
}

/** `colonEnd` is the offset after the colon. */
export interface SourcePair {
  readonly key: string
  readonly keyStart: number
  readonly colonEnd: number
  readonly value: SourceNode
}

export interface SourceSequence extends Located {
  readonly kind: 'sequence'
  readonly value: readonly JsonValue[]
  readonly isFlow: boolean
  readonly items: readonly SourceItem[]
}

/** `itemStart` is the offset of the dash, or in a flow sequence of the value. */
export interface SourceItem {
  readonly itemStart: number
  readonly value: SourceNode
}

/** `*name`; the value is the very object of the node it stands for. */
export interface SourceAlias extends Located {
  readonly kind: 'alias'
  readonly value: JsonValue
}

/**
 * Where a JSON pointer leads: the key of a member, the start of an item. What the text does not have is located at the nearest thing
 * around it.
 */
export function offsetIn(root: SourceNode, pointer: string): number {
  let node = root
  let offset = root.start
  for (const segment of pointer.split('/').slice(1)) {
    const next = step(node, segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    if (!next) break
    node = next.value
    offset = next.offset
  }
  return offset
}

function step(node: SourceNode, name: string): { value: SourceNode; offset: number } | null {
  if (node.kind === 'map') {
    const pair = node.pairs.findLast((candidate) => candidate.key === name)
    return pair ? { value: pair.value, offset: pair.keyStart } : null
  }
  const item = node.kind === 'sequence' ? node.items[Number(name)] : undefined
  return item ? { value: item.value, offset: item.itemStart } : null
}
