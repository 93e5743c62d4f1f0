import type { Diagnostic } from '@shared/diagnostic'
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Alias,
  type Pair,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { blockTextEnd } from './block-text-end'
import type { LineIndex } from './line-index'
import type { JsonValue, SourceItem, SourceNode, SourcePair } from './source-tree'
import { withShortTag } from './short-tags'
import { textDiagnostic, type TextDiagnosticCode } from './text-diagnostic'
import { mergeKeyValues } from './yaml-merge-key'

/** How many values aliases and merge keys may add to those that are written out. */
const MOST_ALIASED_VALUES = 200_000

const NO_PROPERTIES: { readonly tag?: string; readonly anchor?: string } = {}

/** A node as the parser returns it: with its place. */
type Ranged = { range?: readonly [number, number, number] | null | undefined }

interface Anchored {
  readonly node: SourceNode
  /** Values in it, everything that aliases stand for counted in full. */
  readonly size: number
}

/** Turns the parser's nodes into a source tree, checking what a syntax check cannot. Depth is bounded before. */
export class YamlTreeBuilder {
  private readonly anchors = new Map<string, Anchored>()
  private aliasedValues = 0
  private size = 0

  constructor(
    private readonly text: string,
    private readonly lines: LineIndex,
    private readonly diagnostics: Diagnostic[],
  ) {}

  /** null for a document without any value. */
  build(contents: ParsedNode | null): SourceNode | null {
    if (!contents) return null
    return this.buildNode(contents)
  }

  private buildNode(node: unknown): SourceNode {
    const before = this.size++
    const { tag, anchor } = isMap(node) || isSeq(node) || isScalar(node) ? node : NO_PROPERTIES
    const built = withShortTag(tag, this.buildKind(node), this.text)
    if (anchor) this.anchors.set(anchor, { node: built, size: this.size - before })
    return built
  }

  private buildKind(node: unknown): SourceNode {
    if (isAlias(node)) return this.buildAlias(node)
    if (isMap(node)) return this.buildMap(node)
    if (isSeq(node)) return this.buildSequence(node)
    if (isScalar(node)) return this.buildScalar(node)
    return { kind: 'scalar', value: null, isBlock: false, start: 0, end: 0 }
  }

  private buildScalar(node: Scalar): SourceNode {
    const [start, end] = rangeOf(node)
    const { value } = node
    if (typeof value === 'number' && !Number.isFinite(value)) {
      this.report(
        'text/number-out-of-range',
        start,
        `${node.source ?? value} is no number that JSON can hold. Write another.`,
      )
    }
    const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED'
    const isPlainValue = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    return {
      kind: 'scalar',
      value: isPlainValue ? value : null,
      isBlock,
      start,
      end: isBlock ? blockTextEnd(this.text, start, end) : end,
    }
  }

  private buildAlias(node: Alias): SourceNode {
    const [start, end] = rangeOf(node)
    const anchored = this.anchors.get(node.source)
    if (!anchored) {
      const message = `*${node.source} stands for no value written before it. Define &${node.source} above, outside of itself.`
      this.report('text/unknown-anchor', start, message)
    } else {
      this.countAliased(anchored.size, start)
    }
    return { kind: 'alias', value: anchored?.node.value ?? null, start, end }
  }

  private countAliased(size: number, offset: number): void {
    const wasWithin = this.aliasedValues <= MOST_ALIASED_VALUES
    this.aliasedValues += size
    this.size += size
    if (!wasWithin || this.aliasedValues <= MOST_ALIASED_VALUES) return
    const message = `Aliases up to this one stand for more than ${MOST_ALIASED_VALUES} values. Such documents are not read; write the values out.`
    this.report('text/alias-expansion', offset, message)
  }

  private buildSequence(node: YAMLSeq): SourceNode {
    const [start, end] = rangeOf(node)
    const isFlow = node.flow === true
    const dashes = dashOffsets(node)
    const items = node.items.map((child, index): SourceItem => {
      const dash = dashes[index]
      const value = locateEmpty(this.buildNode(child), dash)
      return { itemStart: dash ?? value.start, value }
    })
    return {
      kind: 'sequence',
      value: items.map((item) => item.value.value),
      isFlow,
      items,
      start,
      end: endOf(items, end, isFlow),
    }
  }

  private buildMap(node: YAMLMap): SourceNode {
    const [start, end] = rangeOf(node)
    const isFlow = node.flow === true
    const value: Record<string, JsonValue> = {}
    const own = new Set<string>()
    const pairs: SourcePair[] = []
    let isIrregular = false
    for (const item of node.items) {
      const pair = this.buildPair(item)
      if (!pair) continue
      const isMerge = isScalar(item.key) && item.key.type === 'PLAIN' && pair.key === '<<'
      isIrregular ||= isMerge || pair.colonEnd < 0 || isExplicitKey(item)
      pairs.push(pair)
      if (isMerge) this.merge(value, own, pair)
      else if (this.isNewKey(own, pair)) value[pair.key] = pair.value.value
    }
    return { kind: 'map', value, isFlow, isIrregular, pairs, start, end: endOf(pairs, end, isFlow) }
  }

  private buildPair({ key, value: child, srcToken }: Pair): SourcePair | null {
    if (!isScalar(key)) {
      const offset = isMap(key) || isSeq(key) || isAlias(key) ? rangeOf(key)[0] : 0
      this.report('text/yaml-syntax', offset, 'A key must be text; maps, lists and aliases as keys are not read.')
      return null
    }
    const [keyStart, keyEnd] = rangeOf(key)
    const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))
    const colon = srcToken?.sep?.find((token) => token.type === 'map-value-ind')
    const empty: SourceNode = { kind: 'scalar', value: null, isBlock: false, start: keyEnd, end: keyEnd }
    const value = child ? locateEmpty(this.buildNode(child), colon?.offset) : empty
    return { key: name, keyStart, colonEnd: colon ? colon.offset + 1 : -1, value }
  }

  private isNewKey(own: Set<string>, pair: SourcePair): boolean {
    if (pair.key === '__proto__') {
      this.report('text/unsafe-key', pair.keyStart, 'A key named "__proto__" is not read. Rename it.')
      return false
    }
    if (own.has(pair.key)) {
      const message = `The key "${pair.key}" stands more than once in the same map. Keep one of them.`
      this.report('text/duplicate-key', pair.keyStart, message)
      return false
    }
    own.add(pair.key)
    return true
  }

  private merge(value: Record<string, JsonValue>, own: ReadonlySet<string>, pair: SourcePair): void {
    const merged = mergeKeyValues(pair.value.value)
    if (!merged) {
      this.report(
        'text/bad-merge',
        pair.keyStart,
        'The merge key "<<" needs a map, an alias of one, or a list of them.',
      )
      return
    }
    for (const [name, inherited] of merged) {
      if (own.has(name) || Object.hasOwn(value, name)) continue
      value[name] = inherited
    }
  }

  private report(code: TextDiagnosticCode, offset: number, message: string): void {
    this.diagnostics.push(textDiagnostic(code, message, this.lines.at(offset)))
  }
}

function rangeOf(node: Ranged): readonly [number, number] {
  return node.range ? [node.range[0], node.range[1]] : [0, 0]
}

function isExplicitKey({ srcToken }: Pair): boolean {
  return srcToken?.start.some((token) => token.type === 'explicit-key-ind') === true
}

/** A value that is not written is placed right after its colon or dash, not after the comments that follow. */
function locateEmpty(node: SourceNode, indicator: number | undefined): SourceNode {
  if (indicator === undefined || node.kind !== 'scalar' || node.start !== node.end) return node
  return { ...node, start: indicator + 1, end: indicator + 1 }
}

/** Where the dash of each item of a block sequence is. */
function dashOffsets(node: YAMLSeq): number[] {
  const token = node.srcToken
  if (token?.type !== 'block-seq') return []
  return token.items.flatMap(({ start }) =>
    start.filter(({ type }) => type === 'seq-item-ind').map(({ offset }) => offset),
  )
}

/** The parser counts comments after a block collection as part of it; its last value does not. */
function endOf(members: readonly (SourceItem | SourcePair)[], end: number, isFlow: boolean): number {
  return isFlow ? end : (members.at(-1)?.value.end ?? end)
}
