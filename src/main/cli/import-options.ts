import type { ImportOptions } from '../importers/import-options'
import { UsageError, type CommandContext } from './command'

export const TYPE_OPTION = { type: { type: 'string' } } as const
export const TYPE_OPTION_HELP = {
  type: 'What a bare OpenAPI document is: rest or http; decided by its content when absent.',
}

/** `--type` and `--stage` as the importer takes them. Throws `UsageError`. */
export function importOptions(values: CommandContext['values']): ImportOptions {
  const { type, stage } = values
  if (type !== undefined && type !== 'rest' && type !== 'http')
    throw new UsageError(`--type is rest or http, not ${String(type)}.`)
  return {
    ...(type === undefined ? {} : { protocolType: type === 'rest' ? ('REST' as const) : ('HTTP' as const) }),
    ...(typeof stage === 'string' ? { stage } : {}),
  }
}
