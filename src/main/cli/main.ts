import { parseArgs } from 'node:util'
import { GatewrightError } from '@shared/contract/errors'
import { DONE, UsageError, WRONG_USAGE, type Command, type CommandContext, type CommandIo } from './command'
import { diagnosticLine } from './read-design'

/** Each is loaded when it is asked for: a command waits for nothing that only another one needs. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['serve', async () => (await import('./serve-command')).serveCommand],
  ['simulate', async () => (await import('./simulate-command')).simulateCommand],
  ['vtl', async () => (await import('./vtl-command')).vtlCommand],
  ['import', async () => (await import('./import-command')).importCommand],
  ['export', async () => (await import('./export-command')).exportCommand],
  ['cost', async () => (await import('./cost-command')).costCommand],
  ['logs', async () => (await import('./logs-command')).logsCommand],
  ['diff', async () => (await import('./diff-command')).diffCommand],
  ['lint', async () => (await import('./lint-command')).lintCommand],
  ['what-if', async () => (await import('./what-if-command')).whatIfCommand],
  ['token', async () => (await import('./token-command')).tokenCommand],
])

/** Options that every command takes. */
const COMMON = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const

/** Run one command line and return its exit code. Never throws for a user's mistake. */
export async function main(args: readonly string[], version: string, io: CommandIo): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined) return wrongUsage(io, 'Name a command.')
  if (name === '--version') return say(io, version)
  if (name === '--help' || name === '-h') return say(io, await overview())
  const command = await COMMANDS.get(name)?.()
  if (command === undefined) return wrongUsage(io, `There is no command "${name}".`)
  try {
    return await runCommand(command, rest, io)
  } catch (error) {
    return explainFailure(error, command, io)
  }
}

async function runCommand(command: Command, args: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { ...COMMON, ...command.options },
    allowPositionals: true,
    strict: true,
  })
  if (values['help']) return say(io, await help(command, values['json'] === true))
  return command.run({ values: values as CommandContext['values'], positionals, io })
}

function explainFailure(error: unknown, command: Command, io: CommandIo): number {
  if (error instanceof GatewrightError) {
    io.err(error.message)
    for (const diagnostic of error.details?.diagnostics ?? []) io.err(diagnosticLine(diagnostic))
    return WRONG_USAGE
  }
  const isUsage = error instanceof UsageError || (error instanceof TypeError && 'code' in error)
  if (!isUsage) throw error
  io.err(error.message)
  io.err(`Usage: gatewright ${command.usage}`)
  return WRONG_USAGE
}

async function help(command: Command, isJson: boolean): Promise<string> {
  const extra = (await command.describe?.()) ?? {}
  if (isJson) return JSON.stringify({ name: command.name, usage: command.usage, options: command.optionHelp, ...extra })
  const options = Object.entries(command.optionHelp).map(([name, text]) => `  --${name.padEnd(10)} ${text}`)
  return [`Usage: gatewright ${command.usage}`, '', command.summary, '', ...options].join('\n')
}

async function overview(): Promise<string> {
  const all = await Promise.all([...COMMANDS.values()].map((load) => load()))
  const commands = all.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`)
  return [
    'Usage: gatewright <command> [options]',
    '',
    ...commands,
    '',
    'A <design> is a Gatewright project file, an OpenAPI document, a CloudFormation or SAM template, or a script of aws CLI commands.',
    'Results go to stdout, everything else to stderr. --json makes stdout machine-readable. --help explains a command.',
  ].join('\n')
}

function say(io: CommandIo, text: string): number {
  io.out(text)
  return DONE
}

async function wrongUsage(io: CommandIo, message: string): Promise<number> {
  io.err(message)
  io.err(await overview())
  return WRONG_USAGE
}
