import { DESIGN_CODES, SCENARIO_CODES } from '@shared/design/checks/codes'
import type { ReviewRule } from '@shared/review/review-rule'
import type { SarifRule } from '../exporters/sarif-report'
import type { LintFinding, LintResult } from './lint-design'

/** What a person reads: a finding a line, then what was set aside, then the counts. */
export function lintText({ findings, ignored, unused }: LintResult): string {
  return [
    ...findings.map((each) => `${line(each)}${each.fixable ? ' [fixable]' : ''}`),
    ...ignored.map((each) => `ignored ${line(each)} (${each.reason})`),
    ...unused.map(({ rule, pointer }) => `unused ${rule} at ${pointer}: nothing is found there any more.`),
    summary(findings, ignored.length),
  ].join('\n')
}

function line({ severity, rule, pointer, message }: LintFinding): string {
  return `${severity} ${rule}${pointer === '' ? '' : ` at ${pointer}`}: ${message}`
}

function summary(findings: readonly LintFinding[], ignored: number): string {
  const count = (severity: string): number => findings.filter((each) => each.severity === severity).length
  const counts = [
    counted(count('error'), 'error'),
    counted(count('warning'), 'warning'),
    counted(count('info'), 'hint'),
    `${ignored} ignored`,
  ]
  return `${counts.join(', ')}.`
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

/** Every rule with what it looks for, why and where it is written. */
export function rulesText(rules: readonly ReviewRule[]): string {
  return rules
    .map(({ id, title, severity, what, why, source }) =>
      [`${id} (${severity})`, `  ${title}`, `  ${what}`, `  ${why}`, `  ${source}`].join('\n'),
    )
    .join('\n\n')
}

/** The rules of a report, and after them the checks that something was found by. */
export function lintRules(rules: readonly ReviewRule[], results: readonly LintFinding[]): SarifRule[] {
  const codes: Readonly<Record<string, string>> = { ...DESIGN_CODES, ...SCENARIO_CODES }
  const found = [...new Set(results.map(({ rule }) => rule))].filter((rule) => Object.hasOwn(codes, rule))
  return [
    ...rules.map(({ id, title, severity, what, why, source }) => ({
      id,
      title,
      severity,
      help: `${what} ${why} Source: ${source}`,
    })),
    ...found.map((id) => ({ id, title: codes[id]!, severity: 'error' as const, help: codes[id]! })),
  ]
}
