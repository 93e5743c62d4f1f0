import type { ExportFindings } from './export-findings'

/** Gives out the names of operations, each once, as OpenAPI demands. */
export class OperationIds {
  private readonly findings: ExportFindings
  private readonly taken = new Set<string>()

  constructor(findings: ExportFindings) {
    this.findings = findings
  }

  /** The name for one operation; undefined when it has none, or another operation before it has the same. */
  take(name: string | undefined, verb: string, writtenVerb: string, pointer: string): string | undefined {
    if (name === undefined || name === '') return undefined
    const wanted = verb === writtenVerb ? name : name + writtenVerb.charAt(0) + writtenVerb.slice(1).toLowerCase()
    if (!this.taken.has(wanted)) {
      this.taken.add(wanted)
      return wanted
    }
    this.findings.tally('operation name', pointer, {
      code: 'export/not-carried',
      severity: 'info',
      message: (count) =>
        `The name of ${count === 1 ? '1 operation' : `${count} operations`} is left out, as "${wanted}": another operation has the same, and in a document each name stands once.`,
    })
    return undefined
  }
}
