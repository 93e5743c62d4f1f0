import type { ImportOptions } from '../importers/import-options'
import { listed, UsageError, type CommandContext } from './command'

/** What every command takes that reads a design from a document of any format. */
export const DESIGN_OPTIONS = {
  type: { type: 'string' },
  parameter: { type: 'string', multiple: true },
} as const
export const DESIGN_OPTION_HELP = {
  type: 'What a bare OpenAPI document is: rest or http; decided by its content when absent.',
  parameter: 'NAME=VALUE: a parameter of a CloudFormation or SAM template, instead of its default; may be given again.',
}

/** `--type`, `--stage` and `--parameter` as the importer takes them. Throws `UsageError`. */
export function importOptions(values: CommandContext['values']): ImportOptions {
  const { type, stage } = values
  if (type !== undefined && type !== 'rest' && type !== 'http')
    throw new UsageError(`--type is rest or http, not ${String(type)}.`)
  const parameters = parametersOf(values)
  return {
    ...(type === undefined ? {} : { protocolType: type === 'rest' ? ('REST' as const) : ('HTTP' as const) }),
    ...(typeof stage === 'string' ? { stage } : {}),
    ...(parameters ? { parameters } : {}),
  }
}

function parametersOf(values: CommandContext['values']): Readonly<Record<string, string>> | undefined {
  const entries = listed(values, 'parameter').map((written): [string, string] => {
    const equals = written.indexOf('=')
    if (equals > 0) return [written.slice(0, equals), written.slice(equals + 1)]
    throw new UsageError(`--parameter takes NAME=VALUE, not ${written}.`)
  })
  const twice = entries.find(([name], index) => entries.findIndex(([other]) => other === name) !== index)
  if (twice) throw new UsageError(`--parameter gives ${twice[0]} twice.`)
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}
