import { OutsideSubset, readInline, type InlineKey, readInlineKey } from './simple-yaml-inline'
import { readSimpleBlockText } from './simple-yaml-block-text'
import type { JsonValue, SourceItem, SourceNode, SourcePair } from './source-tree'

export { OutsideSubset }

/** Reads line by line; the "line" is the next one with content, at which reading goes on. */
export class SimpleYamlReader {
  private hasLine = false
  /** Offset of the line's content, or of what is left of it to read. */
  private content = 0
  /** Of `content`, from 0. */
  private column = 0
  private lineEnd = 0
  private depth = 0

  constructor(
    private readonly text: string,
    private readonly maxDepth: number,
  ) {}

  readAll(): SourceNode {
    if (/[\r\uFEFF]/.test(this.text)) throw new OutsideSubset()
    this.moveTo(0)
    if (!this.hasLine) throw new OutsideSubset()
    const root = this.readBlock()
    if (this.hasLine) throw new OutsideSubset()
    return root
  }

  /** Go to the first line from `offset` on that is neither empty nor a comment. */
  private moveTo(offset: number): void {
    const { text } = this
    let start = offset
    while (start < text.length) {
      let at = start
      while (text.charCodeAt(at) === 0x20) at++
      const code = text.charCodeAt(at)
      if (code === 0x0a) {
        start = at + 1
        continue
      }
      if (at === text.length) break
      const end = text.indexOf('\n', at)
      const lineEnd = end < 0 ? text.length : end
      if (code === 0x23) {
        start = lineEnd + 1
        continue
      }
      this.setLine(at, at - start, lineEnd)
      return
    }
    this.hasLine = false
  }

  private setLine(content: number, column: number, lineEnd: number): void {
    const code = this.text.charCodeAt(content)
    const isMarker = column === 0 && (this.text.startsWith('---', content) || this.text.startsWith('...', content))
    if (code === 0x09 || isMarker) throw new OutsideSubset()
    this.hasLine = true
    this.content = content
    this.column = column
    this.lineEnd = lineEnd
  }

  private readBlock(): SourceNode {
    if (++this.depth > this.maxDepth) throw new OutsideSubset()
    const node = this.isDash(this.content) ? this.readSequence() : this.readMap()
    this.depth--
    return node
  }

  private readSequence(): SourceNode {
    const { column, content: start } = this
    const items: SourceItem[] = []
    while (this.hasLine && this.column === column && this.isDash(this.content)) {
      const itemStart = this.content
      items.push({ itemStart, value: this.readValue(itemStart + 1, column, true) })
    }
    const value = items.map((item) => item.value.value)
    return { kind: 'sequence', value, isFlow: false, items, start, end: items.at(-1)?.value.end ?? start }
  }

  private readMap(): SourceNode {
    const { column, content: start } = this
    const pairs: SourcePair[] = []
    const value: Record<string, JsonValue> = {}
    while (this.hasLine && this.column === column && !this.isDash(this.content)) {
      const key = this.keyAt(this.content)
      if (!key || key.name === '__proto__' || Object.hasOwn(value, key.name)) throw new OutsideSubset()
      const keyStart = this.content
      const member = this.readValue(key.colonEnd, column, false)
      value[key.name] = member.value
      pairs.push({ key: key.name, keyStart, colonEnd: key.colonEnd, value: member })
    }
    const end = pairs.at(-1)?.value.end ?? start
    return { kind: 'map', value, isFlow: false, isIrregular: false, pairs, start, end }
  }

  /** What follows a colon or dash at `from`; `column` is that of its key or dash. The line after it is never deeper. */
  private readValue(from: number, column: number, isItem: boolean): SourceNode {
    let at = from
    while (this.text.charCodeAt(at) === 0x20) at++
    const node = this.isRestEmpty(at, from) ? this.readBelow(from, column, isItem) : this.readBeside(at, column, isItem)
    if (this.hasLine && this.column > column) throw new OutsideSubset()
    return node
  }

  private readBelow(from: number, column: number, isItem: boolean): SourceNode {
    this.moveTo(this.lineEnd + 1)
    const isDeeper = this.hasLine && this.column > column
    const isListBeside = this.hasLine && !isItem && this.column === column && this.isDash(this.content)
    if (isDeeper || isListBeside) return this.readBlock()
    return { kind: 'scalar', value: null, isBlock: false, start: from, end: from }
  }

  private readBeside(at: number, column: number, isItem: boolean): SourceNode {
    if (isItem && (this.isDash(at) || this.keyAt(at))) {
      this.column += at - this.content
      this.content = at
      return this.readBlock()
    }
    if (this.text.charCodeAt(at) === 0x7c) {
      const block = readSimpleBlockText(this.text, at, column)
      this.moveTo(block.end)
      return block
    }
    const node = readInline(this.text, at, this.lineEnd, this.maxDepth - this.depth)
    this.moveTo(this.lineEnd + 1)
    return node
  }

  private keyAt(at: number): InlineKey | null {
    return readInlineKey(this.text, at, this.lineEnd)
  }

  private isRestEmpty(at: number, from: number): boolean {
    return at >= this.lineEnd || (this.text.charCodeAt(at) === 0x23 && at > from)
  }

  private isDash(at: number): boolean {
    if (this.text.charCodeAt(at) !== 0x2d) return false
    return at + 1 >= this.lineEnd || this.text.charCodeAt(at + 1) === 0x20
  }
}
