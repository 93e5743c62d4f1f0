import { dirname, resolve } from 'node:path'
import { checkDesign } from '@shared/design/checks/check-design'
import type { Design } from '@shared/design/design'
import { routeKeysOf } from '@shared/design/route-key'
import type { Diagnostic } from '@shared/diagnostic'
import { ANSWER_IS_NO, DONE, onlyPositional, WRONG_USAGE, type Command, type CommandContext } from './command'
import { DESIGN_OPTION_HELP, DESIGN_OPTIONS, importOptions } from './import-options'
import { diagnosticLine, readDocumentFile } from './read-design'
import { writeDesign } from './write-design'

export const importCommand: Command = {
  name: 'import',
  usage: 'import <file> [-o PROJECT] [--type rest|http] [--parameter NAME=VALUE] [--stage S] [--json]',
  summary: 'Reads an API document, lists what was carried, approximated and dropped, and writes a project file.',
  options: {
    output: { type: 'string', short: 'o' },
    stage: { type: 'string' },
    ...DESIGN_OPTIONS,
  },
  optionHelp: {
    output: 'Project file to write, ending in .gatewright.yaml.',
    stage: 'Name of the stage that a document without stages is deployed to.',
    ...DESIGN_OPTION_HELP,
  },
  run,
}

async function run(context: CommandContext): Promise<number> {
  const { io, values } = context
  const file = onlyPositional(context, 'a file')
  const report = await readDocumentFile(file, importOptions(values))
  const { design } = report
  const diagnostics = [...report.diagnostics, ...(design === null ? [] : checkDesign(design))]
  if (design !== null && typeof values['output'] === 'string')
    await writeDesign(resolve(values['output']), design, dirname(resolve(file)))
  if (values['json']) io.out(JSON.stringify(importJson(design, diagnostics)))
  else for (const { outcome, text } of report.carried) io.out(`${outcome.padEnd(12)} ${text}`)
  for (const diagnostic of diagnostics) io.err(diagnosticLine(diagnostic))
  if (design === null) return WRONG_USAGE
  return diagnostics.some(({ severity }) => severity === 'error') ? ANSWER_IS_NO : DONE
}

function importJson(design: Design | null, diagnostics: readonly Diagnostic[]): unknown {
  const apis = (design?.apis ?? []).map((api) => ({
    name: api.name,
    protocolType: api.protocolType,
    routes: routeKeysOf(api),
  }))
  return { ok: design !== null && !diagnostics.some(({ severity }) => severity === 'error'), apis, diagnostics }
}
