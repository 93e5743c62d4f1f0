import { JavaException } from '../java-exception'

/** What `take` and `peek` give at the end. */
export const END = -1
/** So much of a pattern is shown when it is wrong. */
const SHOWN = 200
const MAX_PROPERTIES = 30
/** Far more than any pattern written by hand. */
const MAX_LENGTH = 20_000

/** The characters of a pattern, `\Q...\E` already resolved, with a place in them. */
export class RegexSource {
  private readonly codes: number[] = []
  /** Characters that stand for themselves, whatever they are. */
  private readonly quoted = new Set<number>()
  private at = 0
  /** Blanks and comments are passed over. */
  isFree = false
  /** Looking up what has a property takes a while. */
  private properties = 0

  constructor(readonly pattern: string) {
    if (pattern.length > MAX_LENGTH) this.fail(`The pattern has more than ${MAX_LENGTH} characters`)
    let isQuoting = false
    const characters = [...pattern]
    for (let index = 0; index < characters.length; index++) {
      const pair = characters[index] === '\\' ? characters[index + 1] : undefined
      if (isQuoting ? pair === 'E' : pair === 'Q') {
        isQuoting = !isQuoting
        index++
        continue
      }
      if (isQuoting) this.quoted.add(this.codes.length)
      this.push(characters[index]!)
      // The character after a backslash is no backslash of its own.
      if (!isQuoting && pair !== undefined) this.push(characters[++index]!)
    }
  }

  private push(character: string): void {
    this.codes.push(character.codePointAt(0)!)
  }

  get position(): number {
    return this.at
  }

  /** The next character if it may mean something, or END; a quoted one is END as well: ask `isQuoted` first. */
  peek(): number {
    if (this.isFree) this.skipBlanks()
    return this.quoted.has(this.at) ? END : (this.codes[this.at] ?? END)
  }

  /** Some characters ahead, blanks not passed over. */
  peekAt(ahead: number): number {
    const at = this.at + ahead
    return this.quoted.has(at) ? END : (this.codes[at] ?? END)
  }

  get isQuoted(): boolean {
    if (this.isFree) this.skipBlanks()
    return this.quoted.has(this.at)
  }

  get isAtEnd(): boolean {
    if (this.isFree) this.skipBlanks()
    return this.at >= this.codes.length
  }

  take(): number {
    if (this.isFree) this.skipBlanks()
    return this.codes[this.at++] ?? END
  }

  /** Without passing over blanks, as after a backslash. */
  takeExactly(): number {
    return this.codes[this.at++] ?? END
  }

  /** Take these ASCII characters when they come next. */
  takeIf(text: string): boolean {
    if (this.isFree) this.skipBlanks()
    for (let index = 0; index < text.length; index++) {
      if (this.peekAt(index) !== text.charCodeAt(index)) return false
    }
    this.at += text.length
    return true
  }

  /** The characters that the test accepts, as a text. */
  takeWhile(accepts: (code: number) => boolean, most = Infinity): string {
    let taken = ''
    while (taken.length < most && accepts(this.peekAt(0))) taken += String.fromCodePoint(this.takeExactly())
    return taken
  }

  back(count = 1): void {
    this.at -= count
  }

  /** Errors: PatternSyntaxException for a pattern that asks for more properties than any text needs. */
  countProperty(): void {
    if (++this.properties > MAX_PROPERTIES) this.fail('Too many character properties')
  }

  fail(problem: string): never {
    const message = `${problem} near index ${Math.min(this.at, this.codes.length)}\n${this.pattern.slice(0, SHOWN)}`
    throw new JavaException('java.util.regex.PatternSyntaxException', message)
  }

  private skipBlanks(): void {
    for (;;) {
      const code = this.quoted.has(this.at) ? END : (this.codes[this.at] ?? END)
      if (code === 0x20 || (code >= 9 && code <= 13)) this.at++
      else if (code === 0x23) this.skipComment()
      else return
    }
  }

  private skipComment(): void {
    while (this.at < this.codes.length && !isLineEnd(this.codes[this.at]!)) this.at++
  }
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029
}

/** The code of an ASCII character. */
export function codeOf(character: string): number {
  return character.charCodeAt(0)
}

/** "" at the end. */
export function letterOf(code: number): string {
  return code === END ? '' : String.fromCodePoint(code)
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

export function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
}

export function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66)
}
