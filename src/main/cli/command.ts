import type { Readable } from 'node:stream'
import type { ParseArgsConfig } from 'node:util'
import type { SimulatorWorker } from '../service/ports'

/** One command: what it takes and what it does. */
export interface Command {
  readonly name: string
  /** "serve <design> [--stage S] ...". */
  readonly usage: string
  readonly summary: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  /** One line for each option. */
  readonly optionHelp: Readonly<Record<string, string>>
  run(context: CommandContext): Promise<number>
  /** What `--help --json` prints beside name, usage and options. */
  describe?(): Promise<Readonly<Record<string, unknown>>>
}

export interface CommandContext {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
  readonly io: CommandIo
}

/** Results go to `out`, everything else to `err`; both take whole lines. */
export interface CommandIo {
  /** Standard input; absent where there is none. */
  readonly input?: Readable
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  readonly isTerminal: boolean
  /** A new simulator thread each; absent where there are none, and then nothing that needs several runs works. */
  readonly startSimulatorWorker?: () => SimulatorWorker
  /** The built entry that handler processes run; absent where there is none, and then no function runs. */
  readonly handlerProcessUrl?: URL
  /** Aborted by Ctrl-C or SIGTERM, with the signal as its reason. */
  readonly signal: AbortSignal
}

/** Exit codes that scripts rely on. */
export const DONE = 0
export const ANSWER_IS_NO = 1
export const WRONG_USAGE = 2
export const INTERRUPTED = 130

/** The words of the call are off; ends with code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

/** A whole number option within bounds; undefined when it is not given. Throws `UsageError`. */
export function wholeNumber(
  values: CommandContext['values'],
  name: string,
  min: number,
  max: number,
): number | undefined {
  const text = values[name]
  if (text === undefined) return undefined
  const value = Number(text)
  if (Number.isInteger(value) && value >= min && value <= max) return value
  throw new UsageError(`--${name} takes a whole number from ${min} to ${max}, not ${String(text)}.`)
}

/** Every value of an option that may be given several times. */
export function listed(values: CommandContext['values'], name: string): readonly string[] {
  const given = values[name]
  if (given === undefined || typeof given === 'boolean') return []
  return typeof given === 'string' ? [given] : given
}

/** The one positional argument that a command needs. Throws `UsageError`. */
export function onlyPositional({ positionals }: CommandContext, what: string): string {
  if (positionals.length === 1) return positionals[0]!
  throw new UsageError(positionals.length === 0 ? `Name ${what}.` : `Name one ${what.replace(/^an? /, '')} only.`)
}
