import { isJsonList, isJsonMap } from '../documents/json-kinds'
import type {
  JsonObject,
  JsonValue,
  SourceItem,
  SourceMap,
  SourceNode,
  SourcePair,
  SourceScalar,
  SourceSequence,
} from '../documents/source-tree'
import { carryUnknown } from './carry-unknown'
import { emitScalar, fitsBlock } from './emit-scalar'
import { emitDocument, emitFlow, emitItem, emitMember } from './emit-yaml'
import { matchItems } from './match-items'
import { memberShape, orderKeys } from './order-keys'
import { sameByShape } from './same-by-shape'
import { isOtherCase, type Shape } from './shape'
import { SourceLines } from './source-lines'
import { writtenForm } from './written-form'

/** Lines of a block collection that belong to one of its members: comments above it, then what `start` begins. */
interface Chunk {
  readonly leadStart: number
  readonly start: number
  readonly end: number
}

/** `keepsAliases`: an alias whose value is unchanged stays; else every one is written out. */
export interface UpdateOptions {
  readonly keepsAliases: boolean
}

/**
 * The text of a block-style document changed to say `value`: what says it already stays byte for byte, with its comments, its order
 * and its unknown keys. Lines end in "\n". The caller reads the result back: an anchor whose value changed can change its aliases.
 */
export function updateText(
  text: string,
  root: SourceMap,
  shape: Shape,
  value: JsonObject,
  options: UpdateOptions,
): string {
  const whole = text.endsWith('\n') ? text : `${text}\n`
  return new TextUpdater(whole, options).update(root, shape, value)
}

class TextUpdater {
  private readonly lines: SourceLines

  constructor(
    private readonly text: string,
    private readonly options: UpdateOptions,
  ) {
    this.lines = new SourceLines(text)
  }

  update(root: SourceMap, shape: Shape, value: JsonObject): string {
    const start = this.regionStart(root, 0)
    const updated = this.updateMap(root, shape, value, start, this.text.length)
    return updated === null ? emitDocument({}) : this.text.slice(0, start) + updated
  }

  /** What replaces the text from `start` (see `regionStart`) to `end`; null when the node must be written anew. */
  private updateNode(node: SourceNode, shape: Shape, value: JsonValue, start: number, end: number): string | null {
    if (isOtherCase(shape, node.value, value)) return null
    const isPlainMap = node.kind === 'map' && !node.isFlow && !node.isIrregular
    if (isPlainMap && isJsonMap(value)) return this.updateMap(node, shape, value, start, end)
    if (node.kind === 'sequence' && !node.isFlow && isJsonList(value) && value.length > 0) {
      return this.updateSequence(node, shape, value, start, end)
    }
    const canStay = this.options.keepsAliases || !hasAlias(node)
    if (canStay && sameByShape(shape, node.value, value)) return this.text.slice(start, end)
    if (node.kind === 'scalar' && this.isOneLine(node, value)) {
      return emitScalar(scalarOf(value)) + this.text.slice(node.end, end)
    }
    const isFlow = (node.kind === 'map' || node.kind === 'sequence') && node.isFlow && node.start + 2 < node.end
    if (isFlow && typeof value === 'object') return this.replaceFlow(node, shape, value, end)
    return null
  }

  private replaceFlow(node: SourceNode, shape: Shape, value: JsonValue, end: number): string {
    return emitFlow(this.fresh(shape, node.value, value)) + this.text.slice(node.end, end)
  }

  private isOneLine(node: SourceScalar, value: JsonValue): boolean {
    if (node.isBlock || node.start === node.end || isJsonList(value) || isJsonMap(value)) return false
    return !(typeof value === 'string' && fitsBlock(value))
  }

  private updateMap(node: SourceMap, shape: Shape, value: JsonObject, start: number, end: number): string | null {
    const column = this.lines.column(node.pairs[0]?.keyStart ?? 0)
    const keys = orderKeys(
      shape,
      node.value,
      node.pairs.map((pair) => pair.key),
      value,
    )
    if (keys.length === 0) return null
    const chunks = this.chunksOf(node.pairs, (pair) => pair.keyStart, column, start, end)
    const pairs = new Map(node.pairs.map((pair, at) => [pair.key, { pair, chunk: chunks[at] }]))
    const indent = ' '.repeat(column)
    const parts = keys.map((key): Part => {
      const known = pairs.get(key)
      const changed = Object.hasOwn(value, key) ? value[key] : undefined
      const member = changed === undefined ? (node.value[key] ?? null) : changed
      const of = memberShape(shape, value, key)
      if (!known?.chunk) return newPart(emitMember(key, writtenForm(of, member), indent))
      return this.oldPart(
        known.chunk,
        known.pair.value,
        this.updatePair(known.pair, of, member, known.chunk.end, indent),
      )
    })
    return this.assemble(parts, indent, start, this.contentEnd(node, column, end), end)
  }

  private updatePair(pair: SourcePair, shape: Shape, value: JsonValue, end: number, indent: string): string {
    const start = this.regionStart(pair.value, pair.colonEnd)
    const updated = this.updateNode(pair.value, shape, value, start, end)
    if (updated !== null) return this.text.slice(pair.keyStart, start) + updated
    const lines = emitMember(pair.key, this.fresh(shape, pair.value.value, value), indent)
    return this.replaceLines(lines, pair.value, pair.colonEnd, end)
  }

  private updateSequence(
    node: SourceSequence,
    shape: Shape,
    values: readonly JsonValue[],
    start: number,
    end: number,
  ): string {
    const of = shape.kind === 'list' || shape.kind === 'oneOrMore' ? shape.of : shape
    const column = this.lines.column(node.items[0]?.itemStart ?? 0)
    const chunks = this.chunksOf(node.items, (item) => item.itemStart, column, start, end)
    const matches = matchItems(node.value, values)
    const indent = ' '.repeat(column)
    const parts = values.map((value, at): Part => {
      const item = node.items[matches[at] ?? -1]
      const chunk = chunks[matches[at] ?? -1]
      if (!item || !chunk) return newPart(emitItem(writtenForm(of, value), indent))
      return this.oldPart(chunk, item.value, this.updateItem(item, of, value, chunk.end, indent))
    })
    return this.assemble(parts, indent, start, this.contentEnd(node, column, end), end)
  }

  private updateItem(item: SourceItem, shape: Shape, value: JsonValue, end: number, indent: string): string {
    const dashEnd = item.itemStart + 1
    const start = this.regionStart(item.value, dashEnd)
    const updated = this.updateNode(item.value, shape, value, start, end)
    if (updated !== null) return this.text.slice(item.itemStart, start) + updated
    const lines = emitItem(this.fresh(shape, item.value.value, value), indent)
    return this.replaceLines(lines, item.value, dashEnd, end)
  }

  /** New lines for a member, with the comment that its first line had and whatever follows its value. */
  private replaceLines(lines: readonly string[], node: SourceNode, after: number, end: number): string {
    const isBlockEnd = node.kind === 'scalar' && node.isBlock && this.text[node.end - 1] === '\n'
    const comment = isBlockEnd ? '' : this.lines.commentAfter(this.isBelow(node, after) ? after : node.end)
    const [first = '', ...others] = lines
    const rest = this.text.slice(isBlockEnd ? node.end : this.lines.lineEnd(node.end), end)
    return `${[first + comment, ...others].join('\n')}\n${rest}`
  }

  private isBelow(node: SourceNode, after: number): boolean {
    return this.text.slice(after, node.start).includes('\n')
  }

  private fresh(shape: Shape, written: JsonValue, value: JsonValue): JsonValue {
    return carryUnknown(shape, written, writtenForm(shape, value))
  }

  /** Where the text of a node begins: of a block collection on lines of its own with the comments above its first member. */
  private regionStart(node: SourceNode, after: number): number {
    const isBlock = (node.kind === 'map' || node.kind === 'sequence') && !node.isFlow
    if (!isBlock || !this.lines.startsLine(node.start)) return node.start
    const lineStart = this.lines.lineStart(node.start)
    return this.lines.leadStart(lineStart, node.start - lineStart, this.lines.lineEnd(after))
  }

  private chunksOf<Member extends { readonly value: SourceNode }>(
    members: readonly Member[],
    startOf: (member: Member) => number,
    column: number,
    regionStart: number,
    regionEnd: number,
  ): Chunk[] {
    const leads = members.map((member, at) => {
      const before = members[at - 1]
      if (!before) return regionStart
      return this.lines.leadStart(this.lines.lineStart(startOf(member)), column, before.value.end)
    })
    const last = members.at(-1)
    const end = last ? this.contentEnd(last.value, column, regionEnd) : regionEnd
    return members.map((member, at) => ({
      leadStart: leads[at] ?? regionStart,
      start: startOf(member),
      end: leads[at + 1] ?? end,
    }))
  }

  /** The end of the lines that belong to a collection: after them come blank lines and comments of what surrounds it. */
  private contentEnd(node: SourceNode, column: number, bound: number): number {
    const end = this.text[node.end - 1] === '\n' ? node.end : this.lines.lineEnd(node.end)
    return this.lines.trailEnd(Math.min(end, bound), column, bound)
  }

  private oldPart(chunk: Chunk, value: SourceNode, body: string): Part {
    const lead = this.text.slice(chunk.leadStart, this.lines.lineStart(chunk.start))
    const blankTail = /(?<=\n)(?:[ \t]*\n)+$/.exec(this.text.slice(Math.max(value.end - 1, 0), chunk.end))?.[0] ?? ''
    return { lead, body, blankTail, isNew: false }
  }

  /** The members' text one after the other; the first follows the dash or whatever else stands before it on its line. */
  private assemble(parts: readonly Part[], indent: string, start: number, contentEnd: number, end: number): string {
    const isOnOwnLine = this.lines.column(start) === 0
    let result = ''
    let blankTail = ''
    for (const [at, part] of parts.entries()) {
      const isInline = at === 0 && !isOnOwnLine
      if (!part.isNew) {
        result += blankTail
        blankTail = part.blankTail
      }
      if (!isInline) result += part.lead + indent
      else if (part.lead !== '') result += part.lead.slice(indent.length) + indent
      result += part.isNew ? part.body : part.body.slice(0, part.body.length - blankTail.length)
    }
    return result + blankTail + this.text.slice(contentEnd, end)
  }
}

/** A member's text. `blankTail` are the empty lines it ends in; new members stand before them. */
interface Part {
  readonly lead: string
  readonly body: string
  readonly blankTail: string
  readonly isNew: boolean
}

function newPart(lines: readonly string[]): Part {
  return { lead: '', body: `${lines.join('\n')}\n`, blankTail: '', isNew: true }
}

/** Merge keys count: they are aliases in all but name. */
function hasAlias(node: SourceNode): boolean {
  if (node.kind === 'alias') return true
  if (node.kind === 'map') return node.isIrregular || node.pairs.some((pair) => hasAlias(pair.value))
  return node.kind === 'sequence' && node.items.some((item) => hasAlias(item.value))
}

function scalarOf(value: JsonValue): string | number | boolean | null {
  return isJsonList(value) || isJsonMap(value) ? null : value
}
