import type { ImportLine } from '@shared/contract/import-report'
import type { Diagnostic, Severity, TextRange } from '@shared/diagnostic'
import { OUTCOMES, type ImportCode } from './import-codes'
import { TALLIES, type TallyCode } from './tallies'

/** Collects what an import has to say: diagnostics with their places, and the lines of the report. */
export class Findings {
  readonly diagnostics: Diagnostic[] = []
  readonly lines: ImportLine[] = []
  private readonly positionOf: (pointer: string) => TextRange | undefined
  private readonly seen = new Set<string>()
  private readonly tallies = new Map<string, Tally>()

  constructor(positionOf: (pointer: string) => TextRange | undefined) {
    this.positionOf = positionOf
  }

  /** A problem is reported once, also when two parts of the import come upon it. */
  report(code: ImportCode, severity: Severity, pointer: string, message: string): void {
    const key = `${code} ${pointer} ${message}`
    if (this.seen.has(key)) return
    this.seen.add(key)
    const range = this.positionOf(pointer)
    const text = message.charAt(0).toUpperCase() + message.slice(1)
    this.diagnostics.push({ code, severity, message: text, pointer, ...(range && { range }) })
    const outcome = OUTCOMES[code]
    if (outcome) this.lines.push({ text, outcome, pointer })
  }

  carry(text: string, pointer: string): void {
    this.lines.push({ text, outcome: 'carried', pointer })
  }

  /** Counts what would be the same words many times over; `finish` reports each once, with its number and its first place. */
  tally(code: TallyCode, label: string, pointer: string): void {
    const key = `${code} ${label}`
    const tally = this.tallies.get(key)
    if (tally) tally.count += 1
    else this.tallies.set(key, { code, label, pointer, count: 1 })
  }

  /** Reports what was counted, and puts all diagnostics in the order of their places. */
  finish(): void {
    for (const { code, label, pointer, count } of this.tallies.values()) {
      const { severity, message } = TALLIES[code]
      this.report(code, severity, pointer, message(label, count))
    }
    this.tallies.clear()
    this.diagnostics.sort(
      (a, b) => (a.range?.line ?? 0) - (b.range?.line ?? 0) || (a.range?.column ?? 0) - (b.range?.column ?? 0),
    )
  }

  /** Where a member stands in the text, to put members in the order they were written in. */
  place(pointer: string): TextRange | undefined {
    return this.positionOf(pointer)
  }
}

interface Tally {
  readonly code: TallyCode
  readonly label: string
  readonly pointer: string
  count: number
}
