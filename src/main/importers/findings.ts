import type { ImportLine } from '@shared/contract/import-report'
import type { Diagnostic, Severity, TextRange } from '@shared/diagnostic'
import { OUTCOMES, type ImportCode } from './import-codes'
import { TALLIES, type TallyCode } from './tallies'

/** Collects what an import has to say: diagnostics with their places, and the lines of the report. */
export class Findings {
  readonly diagnostics: Diagnostic[] = []
  readonly lines: ImportLine[] = []
  private readonly positionOf: (pointer: string) => TextRange | undefined
  private readonly tallies = new Map<string, Tally>()

  constructor(positionOf: (pointer: string) => TextRange | undefined) {
    this.positionOf = positionOf
  }

  report(code: ImportCode, severity: Severity, pointer: string, message: string): void {
    const range = this.positionOf(pointer)
    this.diagnostics.push({ code, severity, message, pointer, ...(range && { range }) })
    const outcome = OUTCOMES[code]
    if (outcome) this.lines.push({ text: message, outcome, pointer })
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

  finish(): void {
    for (const { code, label, pointer, count } of this.tallies.values()) {
      const { severity, message } = TALLIES[code]
      this.report(code, severity, pointer, message(label, count))
    }
    this.tallies.clear()
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
