import type { Severity, TextRange } from '@shared/diagnostic'
import type { LineIndex } from '../../../documents/line-index'
import { Findings } from '../../findings'
import type { ImportCode } from '../../import-codes'

/** More of one kind than a person reads. */
const MOST_OF_A_KIND = 200

/** Findings of a script, by offset: a pointer names the line and column, as in "/lines/12/3". */
export class ScriptReport {
  readonly findings = new Findings(rangeOf)

  private readonly counts = new Map<ImportCode, { count: number; severity: Severity; offset: number }>()

  constructor(private readonly lines: LineIndex) {}

  pointerTo(offset: number): string {
    const { line, column } = this.lines.at(offset)
    return `/lines/${line}/${column}`
  }

  say(code: ImportCode, severity: Severity, offset: number, message: string): void {
    const before = this.counts.get(code)
    this.counts.set(code, { count: (before?.count ?? 0) + 1, severity, offset })
    if ((before?.count ?? 0) < MOST_OF_A_KIND) this.findings.report(code, severity, this.pointerTo(offset), message)
  }

  /** Says how many there are of what there is too much of, and puts everything in the order of its place. */
  finish(): void {
    for (const [code, { count, severity, offset }] of this.counts) {
      const more = count - MOST_OF_A_KIND
      const text = `${more} more of the same kind (${code}) up to here.`
      if (more > 0) this.findings.report(code, severity, this.pointerTo(offset), text)
    }
    this.findings.finish()
  }

  carry(text: string, offset: number): void {
    this.findings.carry(text, this.pointerTo(offset))
  }
}

function rangeOf(pointer: string): TextRange | undefined {
  const [, line, column] = /^\/lines\/(\d+)\/(\d+)$/.exec(pointer) ?? []
  return line === undefined ? undefined : { line: Number(line), column: Number(column) }
}
