import { includesCodePoint, type CodePoints } from '../../../validation/pattern/code-points'

const ASCII_SIZE = 128

/** A set of characters that answers fast for the common ones. */
export class CharacterSet {
  private readonly ascii = new Uint8Array(ASCII_SIZE)

  constructor(private readonly ranges: CodePoints) {
    for (const [from, to] of ranges) {
      if (from < ASCII_SIZE) this.ascii.fill(1, from, Math.min(to, ASCII_SIZE - 1) + 1)
    }
  }

  has(codePoint: number): boolean {
    return codePoint < ASCII_SIZE ? this.ascii[codePoint] === 1 : includesCodePoint(this.ranges, codePoint)
  }
}
