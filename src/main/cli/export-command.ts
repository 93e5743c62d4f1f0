import { resolve } from 'node:path'
import { GatewrightError } from '@shared/contract/errors'
import { writeFileAtomically } from '../storage/atomic-write'
import { ANSWER_IS_NO, DONE, onlyPositional, UsageError, type Command, type CommandContext } from './command'
import { EXPORT_FORMATS, type ExportFormat } from './export-formats'
import { diagnosticLine, readDesign } from './read-design'

const NAMES = EXPORT_FORMATS.map(({ name }) => name)

export const exportCommand: Command = {
  name: 'export',
  usage: `export <design> --format ${NAMES.join('|')} [--scenario NAME] [-o FILE] [--json]`,
  summary: 'Writes a design, or a scenario of it, in the format of another tool.',
  options: {
    format: { type: 'string' },
    scenario: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  optionHelp: {
    format: EXPORT_FORMATS.map(({ name, what }) => `${name}: ${what}`).join('; '),
    scenario: 'Name of the scenario; the first of the design when absent.',
    output: 'File to write, replaced if it is there; stdout when absent.',
  },
  run,
}

async function run(context: CommandContext): Promise<number> {
  const { io, values } = context
  const path = onlyPositional(context, 'a design')
  const format = chosenFormat(values['format'])
  const design = await readDesign(path, io)
  const { file, diagnostics } = format.run(design, values)
  const ok = !diagnostics.some(({ severity }) => severity === 'error')
  const output = typeof values['output'] === 'string' ? resolve(values['output']) : null
  if (output === null) io.out(file.text.replace(/\n$/, ''))
  else await writeExport(output, file.text)
  for (const diagnostic of diagnostics) io.err(diagnosticLine(diagnostic))
  if (output !== null) io.out(values['json'] ? JSON.stringify({ ok, files: [output], diagnostics }) : output)
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

/** Whole or not at all. Throws `project/unwritable`. */
async function writeExport(path: string, text: string): Promise<void> {
  try {
    await writeFileAtomically(path, text)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new GatewrightError('project/unwritable', `${path} cannot be written: ${reason}`, { cause: error })
  }
}
