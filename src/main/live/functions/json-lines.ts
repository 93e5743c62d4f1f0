/** Bytes of one line: a result of 6 MB as JSON text in JSON. */
const LONGEST_LINE = 40 * 1024 * 1024
const LINE_END = 0x0a

/** Takes bytes as they come and gives the value of each line. A line that is no JSON, or too long, is given as undefined. */
export class JsonLines {
  private readonly receive: (value: unknown) => void
  private readonly longest: number
  private parts: Buffer[] = []
  private size = 0

  constructor(receive: (value: unknown) => void, longest: number = LONGEST_LINE) {
    this.receive = receive
    this.longest = longest
  }

  write(bytes: Buffer): void {
    let from = 0
    for (let end = bytes.indexOf(LINE_END); end !== -1; end = bytes.indexOf(LINE_END, from)) {
      this.keep(bytes.subarray(from, end))
      this.receive(this.takeLine())
      from = end + 1
    }
    this.keep(bytes.subarray(from))
  }

  private keep(part: Buffer): void {
    this.size += part.length
    if (this.size > this.longest) this.parts = []
    else if (part.length > 0) this.parts.push(part)
  }

  private takeLine(): unknown {
    const text = this.size > this.longest ? '' : Buffer.concat(this.parts).toString('utf8')
    this.parts = []
    this.size = 0
    try {
      return JSON.parse(text) as unknown
    } catch {
      return undefined
    }
  }
}
