import type { Diagnostic } from '@shared/diagnostic'
import type { JsonTape } from './json-tape'
import type { ReadTree } from './read-tree'
import type { JsonValue, SourceItem, SourceNode, SourcePair } from './source-tree'

/** A JSON text that was read. Its places are looked up in the text, and the whole tree is only made for those who ask for it. */
export class JsonTree implements ReadTree {
  private tree: SourceNode | null = null

  constructor(
    private readonly text: string,
    private readonly tape: JsonTape,
    readonly value: JsonValue,
    readonly diagnostics: Diagnostic[],
  ) {}

  get root(): SourceNode {
    return (this.tree ??= this.nodeAt(0))
  }

  offsetOf(pointer: string): number {
    let entry = 0
    let offset = this.tape.start(0)
    for (const segment of pointer.split('/').slice(1)) {
      const next = this.step(entry, segment.replaceAll('~1', '/').replaceAll('~0', '~'))
      if (next === null) break
      entry = next
      offset = this.tape.keyStart(entry)
    }
    return offset
  }

  private step(entry: number, name: string): number | null {
    const opening = this.text[this.tape.start(entry)]
    if (opening === '{') return this.memberNamed(entry, name)
    if (opening !== '[') return null
    let index = 0
    for (const item of this.tape.inside(entry)) if (String(index++) === name) return item
    return null
  }

  /** Of several of one name the last one counts. */
  private memberNamed(entry: number, name: string): number | null {
    let found: number | null = null
    for (const member of this.tape.inside(entry)) if (this.isKey(member, name)) found = member
    return found
  }

  private isKey(member: number, name: string): boolean {
    const at = this.tape.keyStart(member) + 1
    const isPlain = this.text.startsWith(name, at) && this.text.charCodeAt(at + name.length) === 0x22
    // Characters that are escaped stand for others.
    return (isPlain && !name.includes('\\')) || (!isPlain && this.keyOf(member) === name)
  }

  private keyOf(member: number): string {
    const literal = this.text.slice(this.tape.keyStart(member), this.tape.colonEnd(member) - 1)
    return String(parsed(literal))
  }

  private nodeAt(entry: number): SourceNode {
    const [start, end] = [this.tape.start(entry), this.tape.end(entry)]
    const opening = this.text[start]
    if (opening === '{') return this.mapAt(entry, start, end)
    if (opening !== '[')
      return { kind: 'scalar', value: scalar(this.text.slice(start, end)), isBlock: false, start, end }
    const items = Array.from(this.tape.inside(entry), (item): SourceItem => ({
      itemStart: this.tape.keyStart(item),
      value: this.nodeAt(item),
    }))
    return { kind: 'sequence', value: items.map(({ value }) => value.value), isFlow: true, items, start, end }
  }

  private mapAt(entry: number, start: number, end: number): SourceNode {
    const pairs = Array.from(this.tape.inside(entry), (member): SourcePair => ({
      key: this.keyOf(member),
      keyStart: this.tape.keyStart(member),
      colonEnd: this.tape.colonEnd(member),
      value: this.nodeAt(member),
    }))
    const members = pairs.filter(({ key }) => key !== '__proto__').map(({ key, value }) => [key, value.value] as const)
    const value = Object.fromEntries(members)
    return { kind: 'map', value, isFlow: true, isIrregular: false, pairs, start, end }
  }
}

function scalar(literal: string): string | number | boolean | null {
  const value = parsed(literal)
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function parsed(literal: string): unknown {
  return JSON.parse(literal)
}
