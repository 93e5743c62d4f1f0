import type { Diagnostic, Severity } from '@shared/diagnostic'
import type { ExportCode } from '../export-codes'

/** What is said once however many times it happens. `message` gets the number of times. */
export interface Tally {
  readonly code: ExportCode
  readonly severity: Severity
  readonly message: (count: number) => string
}

/** Collects what an export has to say, in the order it is found. */
export class ExportFindings {
  private readonly entries: (Diagnostic | { readonly tally: Tally; readonly pointer: string; count: number })[] = []
  private readonly counted = new Map<string, { readonly tally: Tally; readonly pointer: string; count: number }>()

  report(code: ExportCode, severity: Severity, pointer: string, message: string): void {
    this.entries.push({ code, severity, message, pointer })
  }

  /** Counts what has the same `kind`; it is reported at its first place. */
  tally(kind: string, pointer: string, tally: Tally): void {
    const known = this.counted.get(kind)
    if (known) {
      known.count += 1
      return
    }
    const entry = { tally, pointer, count: 1 }
    this.counted.set(kind, entry)
    this.entries.push(entry)
  }

  diagnostics(): Diagnostic[] {
    return this.entries.map((entry) => {
      if (!('tally' in entry)) return entry
      const { code, severity, message } = entry.tally
      return { code, severity, message: message(entry.count), pointer: entry.pointer }
    })
  }
}

/** "1 place", "305 places". */
export function places(count: number): string {
  return count === 1 ? '1 place' : `${count} places`
}

/** "a", "a and b", "a, b and c". */
export function listed(names: readonly string[]): string {
  const last = names.at(-1)
  return names.length < 2 ? (last ?? '') : `${names.slice(0, -1).join(', ')} and ${last}`
}
