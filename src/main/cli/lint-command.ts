import { readFile } from 'node:fs/promises'
import { basename, isAbsolute, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { GatewrightError } from '@shared/contract/errors'
import type { ImportReport } from '@shared/contract/import-report'
import type { Design } from '@shared/design/design'
import type { TextRange } from '@shared/diagnostic'
import { REVIEW_RULES } from '@shared/review/review-rules'
import type { ReviewRule } from '@shared/review/review-rule'
import { decodeText } from '../documents/decode-text'
import { readDocument } from '../documents/read-document'
import { sarifReport } from '../exporters/sarif-report'
import { writeOrExplain } from '../storage/write-files-into'
import { ANSWER_IS_NO, DONE, listed, onlyPositional, UsageError, type Command, type CommandContext } from './command'
import { DESIGN_OPTION_HELP, DESIGN_OPTIONS, importOptions } from './import-options'
import { lintDesign, type LintResult } from './lint-design'
import { lintRules, lintText, rulesText } from './lint-text'
import { diagnosticLine, readDocumentFile } from './read-design'

export const lintCommand: Command = {
  name: 'lint',
  usage: 'lint <design> [--rule ID ...] [--sarif FILE] [--list] [--json]',
  summary: 'Reviews a design; exits with 1 when there is an error.',
  options: {
    rule: { type: 'string', multiple: true },
    sarif: { type: 'string' },
    list: { type: 'boolean' },
    ...DESIGN_OPTIONS,
  },
  optionHelp: {
    rule: 'Id of the only rule to look for; may be given again. All of them when absent.',
    sarif: 'File for the findings in SARIF 2.1.0, as code scanning services read them.',
    list: 'Lists the rules instead.',
    ...DESIGN_OPTION_HELP,
  },
  run,
}

async function run(context: CommandContext): Promise<number> {
  const { io, values } = context
  const rules = chosenRules(context)
  if (values['list']) {
    if (context.positionals.length > 0) throw new UsageError('--list takes no design: it lists the rules.')
    io.out(values['json'] ? JSON.stringify({ rules: rules.map(ruleAnswer) }) : rulesText(rules))
    return DONE
  }
  const path = onlyPositional(context, 'a design')
  const { report, design } = await readLintable(path, context)
  const result = lintDesign(design, rules, listed(values, 'rule').length === 0)
  if (typeof values['sarif'] === 'string') await writeSarif(values['sarif'], path, report, rules, result)
  io.out(values['json'] ? JSON.stringify(answer(result)) : lintText(result))
  return result.findings.some(({ severity }) => severity === 'error') ? ANSWER_IS_NO : DONE
}

function chosenRules({ values }: CommandContext): readonly ReviewRule[] {
  const ids = listed(values, 'rule')
  const unknown = ids.find((id) => REVIEW_RULES.every((rule) => rule.id !== id))
  if (unknown !== undefined) throw new UsageError(`There is no rule "${unknown}": --list names them all.`)
  return ids.length === 0 ? REVIEW_RULES : REVIEW_RULES.filter(({ id }) => ids.includes(id))
}

/** Throws `import/unreadable`. */
async function readLintable(
  path: string,
  { io, values }: CommandContext,
): Promise<{ readonly report: ImportReport; readonly design: Design }> {
  const report = await readDocumentFile(path, importOptions(values))
  const { design, diagnostics } = report
  if (design === null) {
    const message = `${path} is not a design this release reads.`
    throw new GatewrightError('import/unreadable', message, { details: { diagnostics } })
  }
  for (const diagnostic of diagnostics) if (diagnostic.severity !== 'info') io.err(diagnosticLine(diagnostic))
  return { report, design }
}

/** What scripts rely on: cli.md. */
function answer({ findings, ignored, unused }: LintResult): unknown {
  return {
    findings: findings.map(({ rule, severity, message, pointer, fixable }) => ({
      rule,
      severity,
      message,
      pointer,
      fixable,
    })),
    ignored,
    unused,
  }
}

function ruleAnswer({ id, title, severity, what, why, source }: ReviewRule): unknown {
  return { id, title, severity, what, why, source }
}

async function writeSarif(
  file: string,
  path: string,
  report: ImportReport,
  rules: readonly ReviewRule[],
  { findings, ignored }: LintResult,
): Promise<void> {
  const positionOf = await positionsIn(path, report)
  const results = [...findings, ...ignored.map(({ reason, ...rest }) => ({ ...rest, ignoredBecause: reason }))]
  const { text } = sarifReport({
    uri: uriOf(path),
    rules: lintRules(rules, results),
    results: results.map((result) => ({ ...result, range: positionOf(result.pointer) })),
  })
  await writeOrExplain(resolve(file), text)
}

/** A project file has what a finding points to at the same pointer; other documents have it elsewhere. */
async function positionsIn(
  path: string,
  { format }: ImportReport,
): Promise<(pointer: string) => TextRange | undefined> {
  if (format !== 'Gatewright project') return () => undefined
  const decoded = decodeText(new Uint8Array(await readFile(path)), basename(path))
  return 'text' in decoded ? readDocument(decoded.text, basename(path)).positionOf : () => undefined
}

/** Relative as it was given, so that a service finds it in the repository. */
function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href
  return path
    .split(sep)
    .map((segment) => encodeURIComponent(segment))
    .join('/')
}
