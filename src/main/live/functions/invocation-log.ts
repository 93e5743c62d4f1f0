import type { FunctionBinding } from './function-binding'
import { endLines, errorLines, startLine, type CallReport, type FunctionLogLine } from './function-log'

/** What the log of a function says around one call. */
export class InvocationLog {
  private readonly binding: FunctionBinding
  private readonly requestId: string
  private readonly write: (line: FunctionLogLine) => void

  constructor(binding: FunctionBinding, requestId: string, write: (line: FunctionLogLine) => void) {
    this.binding = binding
    this.requestId = requestId
    this.write = write
  }

  start(): void {
    this.platform([startLine(this.requestId)])
  }

  /** What went wrong is said first, in these words or those of the runtime. */
  end(report: CallReport, words?: readonly string[]): void {
    if (report.error !== null) {
      this.platform(words ?? errorLines(this.requestId, new Date().toISOString(), report.error))
    }
    this.platform(endLines(this.requestId, this.binding, report))
  }

  private platform(lines: readonly string[]): void {
    for (const text of lines) this.write({ functionName: this.binding.name, from: 'platform', text })
  }
}
