/** Raised by the pattern parser and caught where it is started; never leaves `parsePattern`. */
export class PatternSyntaxError extends Error {}

/** The characters of a pattern with a place in them. */
export class PatternSource {
  private readonly characters: readonly string[]
  private at = 0

  constructor(source: string) {
    this.characters = [...source]
  }

  get isAtEnd(): boolean {
    return this.at >= this.characters.length
  }

  /** The next character, or "" at the end. */
  peek(ahead = 0): string {
    return this.characters[this.at + ahead] ?? ''
  }

  take(): string {
    const character = this.peek()
    this.at++
    return character
  }

  /** Take this text when it comes next. */
  takeIf(text: string): boolean {
    const expected = [...text]
    if (expected.some((character, index) => this.peek(index) !== character)) return false
    this.at += expected.length
    return true
  }

  /** Take as many characters as the test accepts, up to `most`. */
  takeWhile(accepts: (character: string) => boolean, most = Infinity): string {
    let taken = ''
    while (!this.isAtEnd && taken.length < most && accepts(this.peek())) taken += this.take()
    return taken
  }

  /** Read something that may turn out not to be there; then the place stays where it was. */
  attempt<T>(read: () => T | null): T | null {
    const before = this.at
    const result = read()
    if (result === null) this.at = before
    return result
  }

  fail(problem: string): never {
    throw new PatternSyntaxError(`${problem} at character ${Math.min(this.at, this.characters.length) + 1}`)
  }
}

export function isDigit(character: string): boolean {
  return character >= '0' && character <= '9' && character.length === 1
}

export function isHexDigit(character: string): boolean {
  return /^[0-9a-fA-F]$/.test(character)
}
