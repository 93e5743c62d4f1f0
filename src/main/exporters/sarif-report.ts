import type { TextFile } from '@shared/contract/text-file'
import type { Severity, TextRange } from '@shared/diagnostic'

/** A rule as a report lists it. */
export interface SarifRule {
  readonly id: string
  readonly title: string
  readonly severity: Severity
  /** Some sentences: what it looks for, why, where it is written. */
  readonly help: string
}

/** One result. `range`: where in the document, when that is known. */
export interface SarifResult {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly pointer: string
  readonly range?: TextRange | undefined
  readonly fixable: boolean
  /** Of a finding that somebody set aside: why. */
  readonly ignoredBecause?: string
}

export interface SarifInput {
  /** URI of the document, relative or "file:///...". */
  readonly uri: string
  readonly rules: readonly SarifRule[]
  readonly results: readonly SarifResult[]
}

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

/**
 * Findings as code scanning services read them. Findings that were set aside are there too, as suppressed ones.
 * Source: Static Analysis Results Interchange Format (SARIF) 2.1.0, OASIS Standard.
 */
export function sarifReport({ uri, rules, results }: SarifInput): TextFile {
  const indexes = new Map(rules.map(({ id }, index) => [id, index]))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Gatewright', rules: rules.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        artifacts: [{ location: { uri } }],
        results: results.map((result) => resultOf(result, uri, indexes.get(result.rule))),
      },
    ],
  }
  return { name: 'lint.sarif', text: `${JSON.stringify(log, null, 2)}\n`, notes: [] }
}

function ruleOf({ id, title, severity, help }: SarifRule): object {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: help },
    help: { text: help },
    defaultConfiguration: { level: LEVELS[severity] },
  }
}

function resultOf(result: SarifResult, uri: string, ruleIndex: number | undefined): object {
  const { rule, severity, message, pointer, range, fixable, ignoredBecause } = result
  const region = { startLine: range?.line ?? 1, startColumn: range?.column ?? 1 }
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri, index: 0 }, region },
        logicalLocations: [{ fullyQualifiedName: pointer, kind: 'member' }],
      },
    ],
    // Lines move with every edit; the rule and the place in the design do not.
    partialFingerprints: { 'ruleAndPointer/v1': `${rule} ${pointer}` },
    ...(ignoredBecause !== undefined && {
      suppressions: [{ kind: 'inSource', status: 'accepted', justification: ignoredBecause }],
    }),
    properties: { fixable },
  }
}
