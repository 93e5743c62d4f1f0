import type { ImportLine } from '@shared/contract/import-report'
import type { Diagnostic, Severity, TextRange } from '@shared/diagnostic'
import { OUTCOMES, type ImportCode } from './import-codes'
import { TALLIES, type TallyCode } from './tallies'

/** Collects what an import has to say: diagnostics with their places, and the lines of the report. */
export class Findings {
  readonly diagnostics: Diagnostic[] = []
  readonly lines: ImportLine[] = []
  private readonly positionOf: (pointer: string) => TextRange | undefined
  private readonly sourcePointer: (pointer: string) => string
  private elsewhere: Elsewhere | null = null
  private readonly seen = new Set<string>()
  private readonly tallies = new Map<TallyCode, Map<string, Tally>>()

  /** `sourcePointer`: where a pointer of those who report leads in the document; to itself when absent. */
  constructor(
    positionOf: (pointer: string) => TextRange | undefined,
    sourcePointer: (pointer: string) => string = (pointer) => pointer,
  ) {
    this.positionOf = positionOf
    this.sourcePointer = sourcePointer
  }

  /** Lets pointers lead into other files too. */
  addFiles(elsewhere: Elsewhere): void {
    this.elsewhere = elsewhere
  }

  /** A problem is reported once, also when two parts of the import come upon it. */
  report(code: ImportCode, severity: Severity, place: string, message: string): void {
    const other = this.elsewhere?.placeName(place)
    this.add(code, severity, place, other === undefined ? message : `In ${other}: ${message}`)
  }

  private add(code: ImportCode, severity: Severity, place: string, message: string): void {
    const pointer = this.pointerOf(place)
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
    this.lines.push({ text, outcome: 'carried', pointer: this.pointerOf(pointer) })
  }

  /** Counts what would be the same words many times over; `finish` reports each once, with its number and its first place. */
  tally(code: TallyCode, label: string, pointer: string): void {
    const known = this.tallies.get(code)
    const tally = known?.get(label)
    if (tally) tally.count += 1
    else if (known) known.set(label, { code, label, pointer, count: 1 })
    else this.tallies.set(code, new Map([[label, { code, label, pointer, count: 1 }]]))
  }

  /** Reports what was counted, and puts all diagnostics in the order of their places. */
  finish(): void {
    for (const { code, label, pointer, count } of [...this.tallies.values()].flatMap((all) => [...all.values()])) {
      const { severity, message } = TALLIES[code]
      this.add(code, severity, pointer, message(label, count))
    }
    this.tallies.clear()
    this.diagnostics.sort(
      (a, b) => (a.range?.line ?? 0) - (b.range?.line ?? 0) || (a.range?.column ?? 0) - (b.range?.column ?? 0),
    )
  }

  /** Where a member stands in the text, to put members in the order they were written in. */
  place(pointer: string): TextRange | undefined {
    if (this.elsewhere?.placeName(pointer) !== undefined) return this.elsewhere.positionOf(pointer)
    return this.positionOf(this.sourcePointer(pointer))
  }

  /** What is found in another file is shown at the reference that led there. */
  private pointerOf(place: string): string {
    return this.sourcePointer(this.elsewhere?.referenceTo(place) ?? place)
  }
}

/** Places outside of the document, as `ExternalDocuments` has them. */
interface Elsewhere {
  /** Where in the document the place was come upon; a place of the document stays as it is. */
  readonly referenceTo: (pointer: string) => string
  /** "schemas/order.yaml:3:5"; undefined for a place of the document. */
  readonly placeName: (pointer: string) => string | undefined
  readonly positionOf: (pointer: string) => TextRange | undefined
}

interface Tally {
  readonly code: TallyCode
  readonly label: string
  readonly pointer: string
  count: number
}
