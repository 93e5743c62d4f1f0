import { resolve } from 'node:path'
import type { ExportedFile } from '@shared/contract/export'
import { writeFilesInto, writeOrExplain } from '../storage/write-files-into'
import { ANSWER_IS_NO, DONE, onlyPositional, UsageError, type Command, type CommandContext } from './command'
import { EXPORT_FORMATS, type ExportFormat } from './export-formats'
import { DESIGN_OPTION_HELP, DESIGN_OPTIONS, importOptions } from './import-options'
import { diagnosticLine, readDesign } from './read-design'

const NAMES = EXPORT_FORMATS.map(({ name }) => name)

export const exportCommand: Command = {
  name: 'export',
  usage: `export <design> --format ${NAMES.join('|')} [--api NAME] [--stage S] [-o PATH] [--parameter NAME=VALUE] [--json]`,
  summary: 'Writes a design, or a scenario of it, in the format of another tool.',
  options: {
    format: { type: 'string' },
    api: { type: 'string' },
    stage: { type: 'string' },
    'no-extensions': { type: 'boolean' },
    body: { type: 'boolean' },
    'key-values': { type: 'boolean' },
    scenario: { type: 'string' },
    output: { type: 'string', short: 'o' },
    ...DESIGN_OPTIONS,
  },
  optionHelp: {
    format: EXPORT_FORMATS.map(({ name, what }) => `${name}: ${what}`).join('; '),
    api: 'Name or id of the API; all of them when absent. OpenAPI takes one.',
    stage: 'Name of the only stage to write; all of them when absent.',
    'no-extensions': 'OpenAPI without x-amazon-apigateway members: what any tool reads.',
    body: 'CloudFormation with each REST and HTTP API as an OpenAPI Body.',
    'key-values': 'With the values of API keys, which are otherwise made anew.',
    scenario: 'Name of the scenario; the first of the design when absent.',
    output: 'File to write, JSON when it ends in .json; a folder for cdk. Stdout when absent.',
    ...DESIGN_OPTION_HELP,
  },
  run,
}

async function run(context: CommandContext): Promise<number> {
  const { io, values } = context
  const path = onlyPositional(context, 'a design')
  const format = chosenFormat(values['format'])
  const design = await readDesign(path, io, importOptions(values))
  const { files, diagnostics } = format.run(design, values)
  const ok = !diagnostics.some(({ severity }) => severity === 'error')
  const output = typeof values['output'] === 'string' ? resolve(values['output']) : null
  if (output === null) printFirst(format, files, io)
  const written = output === null ? [] : await writeFiles(output, format, files)
  for (const diagnostic of diagnostics) io.err(diagnosticLine(diagnostic))
  if (output !== null && values['json']) io.out(JSON.stringify({ ok, files: written, diagnostics }))
  else for (const file of written) io.out(file)
  return ok ? DONE : ANSWER_IS_NO
}

function chosenFormat(name: CommandContext['values'][string]): ExportFormat {
  const format = EXPORT_FORMATS.find((one) => one.name === name)
  if (format !== undefined) return format
  const known = NAMES.join(', ')
  throw new UsageError(
    name === undefined
      ? `Name a format with --format: ${known}.`
      : `There is no format "${String(name)}": use ${known}.`,
  )
}

function printFirst(format: ExportFormat, files: readonly ExportedFile[], io: CommandContext['io']): void {
  const [first, ...others] = files
  if (first === undefined) return
  io.out(first.text.replace(/\n$/, ''))
  if (others.length === 0) return
  const rest = others.map(({ name }) => name).join(', ')
  io.err(`This is ${first.name}. ${format.name} has ${files.length} files: name a folder with -o to get ${rest} too.`)
}

/** Each whole or not at all. Gives the paths. Throws `project/unwritable`. */
async function writeFiles(output: string, format: ExportFormat, files: readonly ExportedFile[]): Promise<string[]> {
  if (format.isFolder === true) return writeFilesInto(output, files)
  for (const { text } of files) await writeOrExplain(output, text)
  return files.map(() => output)
}
