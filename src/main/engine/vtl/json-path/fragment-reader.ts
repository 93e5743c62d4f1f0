import { invalidPath } from './path-exception'

/** A part of a path with a place in it. Reading past the end is what makes Jayway call a path invalid. */
export class FragmentReader {
  constructor(
    readonly fragment: string,
    private at: number,
  ) {}

  /** The character at this place. Errors: InvalidPathException at the end. */
  get current(): string {
    if (this.at < this.fragment.length) return this.fragment[this.at]!
    throw invalidPath(`The path ends too soon in ${this.fragment}`)
  }

  advance(): void {
    this.at++
  }

  /** Characters as long as they are of these, without the blanks between them. */
  takeWhile(accepts: (character: string) => boolean): string {
    let taken = ''
    for (; accepts(this.current) || this.current === ' '; this.at++) if (this.current !== ' ') taken += this.current
    return taken
  }
}
