/** Bytes of one call's output that reach the log. */
export const OUTPUT_LIMIT = 64 * 1024
/** A longer line is broken here. */
const LINE_LIMIT = 4 * 1024

/** What handlers print, as lines for the log; a call that prints more than the limit is cut, and the log says so. */
export class BoundedOutput {
  private readonly log: (line: string) => void
  private readonly limit: number
  private used = 0
  private rest = ''

  constructor(log: (line: string) => void, limit: number = OUTPUT_LIMIT) {
    this.log = log
    this.limit = limit
  }

  /** The next call may print again. */
  begin(): void {
    this.used = 0
  }

  write(text: string): void {
    if (this.used > this.limit) return
    this.used += text.length
    this.emit(text.slice(0, text.length - Math.max(0, this.used - this.limit)))
    if (this.used <= this.limit) return
    this.flush()
    this.log(`... output cut after ${this.limit / 1024} KB`)
  }

  /** The last line, which may have no end. */
  flush(): void {
    if (this.rest !== '') this.log(this.rest)
    this.rest = ''
  }

  private emit(text: string): void {
    const lines = (this.rest + text).split(/\r?\n/)
    this.rest = lines.pop()!
    for (const line of lines) this.log(line.slice(0, LINE_LIMIT))
    if (this.rest.length > LINE_LIMIT) this.flush()
  }
}
