/** Fields that are taken from one message, at most. Source: observability-and-cost.md 3.1. */
export const MOST_FIELDS = 1000

/** One scalar of a JSON text. */
export interface JsonScalar {
  /** "userIdentity.type", "items.0.id"; a name that begins with @ gets a second one. */
  readonly name: string
  /** Offsets of the value in the text, quotes included. */
  readonly from: number
  readonly to: number
}

const SCALAR = /[^\s,\]}]+/y
const STRING_END = /[^"\\]*(?:\\.[^"\\]*)*"/y
/** Objects and lists inside each other; what lies deeper is not looked at. */
const DEEPEST = 100

/**
 * The scalars of a JSON object or list in the order of the text, the first thousand of them; null for a text that is none.
 */
export function jsonScalars(text: string): readonly JsonScalar[] | null {
  const first = /\S/.exec(text)?.[0]
  if ((first !== '{' && first !== '[') || !isJson(text)) return null
  return new ScalarReader(text).read()
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Reads a text that is known to be JSON. */
class ScalarReader {
  private readonly found: JsonScalar[] = []
  private at = 0

  constructor(private readonly text: string) {}

  read(): readonly JsonScalar[] {
    this.value('', 0)
    return this.found
  }

  private value(name: string, depth: number): void {
    this.skipSpace()
    const character = this.text[this.at]
    if (character === '{') this.members(name, depth + 1)
    else if (character === '[') this.elements(name, depth + 1)
    else this.scalar(name)
  }

  private members(name: string, depth: number): void {
    this.each('}', depth, () => {
      const from = this.at
      this.passString()
      const key = JSON.parse(this.text.slice(from, this.at)) as string
      this.skipSpace()
      this.at++
      this.value(name === '' ? ownName(key) : `${name}.${key}`, depth)
    })
  }

  private elements(name: string, depth: number): void {
    let index = 0
    this.each(']', depth, () => this.value(name === '' ? String(index++) : `${name}.${index++}`, depth))
  }

  /** Go over what stands between brackets; too deep or beyond the last field nothing is read any more. */
  private each(end: string, depth: number, read: () => void): void {
    this.at++
    for (;;) {
      this.skipSpace()
      if (this.found.length >= MOST_FIELDS || depth > DEEPEST) {
        this.at = this.text.length
        return
      }
      const character = this.text[this.at]
      if (character === undefined) return
      if (character === end) {
        this.at++
        return
      }
      if (character === ',') this.at++
      else read()
    }
  }

  private scalar(name: string): void {
    const from = this.at
    if (this.text[from] === '"') this.passString()
    else {
      SCALAR.lastIndex = from
      this.at = from + (SCALAR.exec(this.text)?.[0].length ?? 1)
    }
    this.found.push({ name, from, to: this.at })
  }

  private passString(): void {
    STRING_END.lastIndex = this.at + 1
    this.at += 1 + (STRING_END.exec(this.text)?.[0].length ?? 1)
  }

  private skipSpace(): void {
    while (this.text.charCodeAt(this.at) <= 0x20) this.at++
  }
}

function ownName(key: string): string {
  return key.startsWith('@') ? `@${key}` : key
}

/** The value of a scalar as fields have it: text without quotes, numbers as written; null of null. */
export function scalarValue(text: string, { from, to }: JsonScalar): string | null {
  if (text[from] === '"') {
    const inner = text.slice(from + 1, to - 1)
    return inner.includes('\\') ? (JSON.parse(text.slice(from, to)) as string) : inner
  }
  const value = text.slice(from, to)
  return value === 'null' ? null : value
}
