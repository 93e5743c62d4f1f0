import type { ImportReport } from '@shared/contract/import-report'
import { comparableChanges, documentScope } from '@shared/design/compare/comparable-changes'
import { compareDesigns } from '@shared/design/compare/compare-designs'
import type { ApiChange } from '@shared/design/compare/design-comparison'
import type { Design } from '@shared/design/design'
import { GatewrightError } from '@shared/contract/errors'
import type { ImportOptions } from '../importers/import-options'
import { ANSWER_IS_NO, DONE, UsageError, type Command, type CommandContext } from './command'
import { diffText } from './diff-text'
import { DESIGN_OPTION_HELP, DESIGN_OPTIONS, importOptions } from './import-options'
import { diagnosticLine, readDocumentFile } from './read-design'

export const diffCommand: Command = {
  name: 'diff',
  usage: 'diff <a> <b> [--type rest|http] [--parameter NAME=VALUE] [--json]',
  summary: 'Compares two designs by route and setting; exits with 1 when they differ.',
  options: DESIGN_OPTIONS,
  optionHelp: DESIGN_OPTION_HELP,
  run,
}

async function run({ positionals, values, io }: CommandContext): Promise<number> {
  const [before, after] = positionals
  if (before === undefined || after === undefined || positionals.length > 2)
    throw new UsageError(`Name two designs: "${diffCommand.usage}".`)
  const options = importOptions(values)
  const first = await readComparable(before, options)
  // Region and account are no part of a template: both are read as if deployed to the same place.
  const place = { region: first.design.region, accountId: first.design.accountId }
  const second = await readComparable(after, { ...place, ...options })
  for (const { report } of [first, second])
    for (const diagnostic of report.diagnostics) if (diagnostic.severity !== 'info') io.err(diagnosticLine(diagnostic))
  const changes = comparableChanges(
    compareDesigns(first.design, second.design),
    documentScope(first.report.format),
    documentScope(second.report.format),
  )
  io.out(values['json'] ? JSON.stringify(answer(changes)) : diffText(changes))
  return changes.length === 0 ? DONE : ANSWER_IS_NO
}

function answer(changes: readonly ApiChange[]): unknown {
  return { equal: changes.length === 0, changes }
}

/** Throws `import/unreadable`. */
async function readComparable(
  path: string,
  options: ImportOptions,
): Promise<{ readonly report: ImportReport; readonly design: Design }> {
  const report = await readDocumentFile(path, options)
  if (report.design !== null) return { report, design: report.design }
  throw new GatewrightError('import/unreadable', `${path} is not a design this release reads.`, {
    details: { diagnostics: report.diagnostics },
  })
}
