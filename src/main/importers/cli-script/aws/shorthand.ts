/** What shorthand can say before its types are known. Source: aws-cli user guide, "Using shorthand syntax". */
export type ShorthandValue = string | readonly ShorthandValue[] | { readonly [key: string]: ShorthandValue }

/** Why a text is no shorthand. */
export class ShorthandProblem extends SyntaxError {}

const MAX_DEPTH = 20

/** "types=REGIONAL,EDGE" -> { types: ["REGIONAL", "EDGE"] }; throws ShorthandProblem. */
export function parseShorthand(text: string): { readonly [key: string]: ShorthandValue } {
  const reader = new ShorthandReader(text)
  const members = reader.members('')
  reader.expectEnd()
  return members
}

class ShorthandReader {
  private position = 0
  private depth = 0

  constructor(private readonly text: string) {}

  /** `key=value,key=value` up to the end or a closing bracket. */
  members(close: string): { readonly [key: string]: ShorthandValue } {
    if (++this.depth > MAX_DEPTH) throw new ShorthandProblem('it is nested too deeply')
    const entries: [string, ShorthandValue][] = []
    while (this.position < this.text.length && this.text[this.position] !== close) {
      const key = this.keyAhead()
      if (key === null)
        throw new ShorthandProblem(`expected key=value at "${this.text.slice(this.position, this.position + 20)}"`)
      this.position += key.length + 1
      entries.push([key, this.value()])
      if (this.text[this.position] === ',') this.position++
      else break
    }
    this.depth--
    return Object.fromEntries(entries)
  }

  expectEnd(): void {
    if (this.position < this.text.length) {
      throw new ShorthandProblem(`unexpected "${this.text.slice(this.position, this.position + 20)}"`)
    }
  }

  /** The key in front of the next equals sign; null when what stands here is a value. */
  private keyAhead(): string | null {
    return /^[A-Za-z0-9\-_.#/:$]+(?==)/.exec(this.text.slice(this.position))?.[0] ?? null
  }

  /** A value, or several with commas between them. */
  private value(): ShorthandValue {
    const first = this.one()
    const items = [first]
    while (this.text[this.position] === ',') {
      const before = this.position
      this.position++
      if (this.keyAhead() !== null || this.position >= this.text.length) {
        this.position = before
        break
      }
      items.push(this.one())
    }
    return items.length === 1 ? first : items
  }

  private one(): ShorthandValue {
    const character = this.text[this.position]
    if (character === '[') return this.list()
    if (character === '{') {
      this.position++
      const members = this.members('}')
      this.close('}')
      return members
    }
    if (character === '"' || character === "'") return this.quoted(character)
    return this.plain()
  }

  private list(): ShorthandValue {
    if (++this.depth > MAX_DEPTH) throw new ShorthandProblem('it is nested too deeply')
    this.position++
    const items: ShorthandValue[] = []
    while (this.position < this.text.length && this.text[this.position] !== ']') {
      items.push(this.one())
      if (this.text[this.position] === ',') this.position++
      else break
    }
    this.close(']')
    this.depth--
    return items
  }

  private close(bracket: string): void {
    if (this.text[this.position] !== bracket) throw new ShorthandProblem(`${bracket} is missing`)
    this.position++
  }

  private quoted(mark: string): string {
    let value = ''
    this.position++
    while (this.position < this.text.length && this.text[this.position] !== mark) {
      if (this.text[this.position] === '\\') this.position++
      value += this.text[this.position] ?? ''
      this.position++
    }
    if (this.position >= this.text.length) throw new ShorthandProblem(`${mark} is missing at the end`)
    this.position++
    return value
  }

  private plain(): string {
    let value = ''
    while (this.position < this.text.length && !/[,\]}]/.test(this.text[this.position] ?? '')) {
      if (this.text[this.position] === '\\' && this.position + 1 < this.text.length) this.position++
      value += this.text[this.position]
      this.position++
    }
    // A bracket that opened in the value itself closes there.
    const open = (value.match(/\{/g) ?? []).length - (value.match(/\}/g) ?? []).length
    if (open > 0 && this.text[this.position] === '}') {
      value += '}'
      this.position++
      return value + this.plain()
    }
    return value
  }
}
