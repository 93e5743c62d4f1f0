import { readFile, stat } from 'node:fs/promises'
import { GatewrightError } from '@shared/contract/errors'
import type { TemplateEvent } from '@shared/template-event'
import { ANSWER_IS_NO, DONE, UsageError, type Command, type CommandContext } from './command'
import { DESIGN_OPTION_HELP, DESIGN_OPTIONS, importOptions } from './import-options'
import { readDesign } from './read-design'
import { isMap, templateEventOf } from './template-event-of'
import { answerCases } from './vtl-cases'
import { gatewrightEngine, velocityjsEngine, type VtlEngine } from './vtl-engine'
import { playSavedCases } from './vtl-saved-cases'

/** Bytes. */
const LARGEST_FILE = 64 * 1024 * 1024

export const vtlCommand: Command = {
  name: 'vtl',
  usage:
    'vtl --template F [--event F] | --jsonl | --run <design> [--template NAME] ' +
    '[--profile apigw|velocity] [--engine gatewright|velocityjs] [--json]',
  summary: 'Renders a mapping template, or many from standard input, or plays the saved cases of a project.',
  options: {
    template: { type: 'string' },
    event: { type: 'string' },
    profile: { type: 'string' },
    engine: { type: 'string' },
    jsonl: { type: 'boolean' },
    run: { type: 'string' },
    ...DESIGN_OPTIONS,
  },
  optionHelp: {
    template: 'File of the template to render; with --run the name of the one whose cases are played.',
    event: 'JSON file with body, params, context and stageVariables; an empty event when absent.',
    profile: 'apigw renders as the service does (when absent), velocity as plain Apache Velocity 1.7.',
    engine: 'gatewright (when absent), or velocityjs as other local emulators use it.',
    jsonl: 'Read one case a line from standard input, and answer each with one line.',
    run: 'Play the saved cases of this design and exit with 1 when one fails.',
    ...DESIGN_OPTION_HELP,
  },
  run,
}

async function run(context: CommandContext): Promise<number> {
  const { values, positionals, io } = context
  if (positionals.length > 0) throw new UsageError(`vtl takes options only, not "${positionals[0]}".`)
  if (typeof values['run'] === 'string') return runSaved(values['run'], context)
  const engine = chosenEngine(context)
  if (values['jsonl']) {
    refuseBeside(context, 'jsonl', ['template', 'event'])
    return answerCases(io, engine)
  }
  return renderOne(context, engine)
}

async function runSaved(path: string, context: CommandContext): Promise<number> {
  refuseBeside(context, 'run', ['event', 'jsonl', 'profile', 'engine'])
  const { template: name, json } = context.values
  const design = await readDesign(path, context.io, importOptions(context.values))
  return playSavedCases(design, typeof name === 'string' ? name : undefined, json === true, context.io)
}

async function renderOne({ values, io }: CommandContext, engine: VtlEngine): Promise<number> {
  const { template: path, event: eventPath, json } = values
  if (typeof path !== 'string') throw new UsageError('Name a template with --template, or give --jsonl or --run.')
  const template = await readText(path)
  const event = typeof eventPath === 'string' ? await readEvent(eventPath) : { body: null }
  const answer = engine(template, event)
  if (json) io.out(JSON.stringify(answer))
  // `out` ends its line; an output that does so itself needs no second line break.
  else if (answer.ok) io.out(answer.output.replace(/\n$/, ''))
  else io.err(`${path}${placeOf(answer.error)}: ${answer.error.message}`)
  return answer.ok ? DONE : ANSWER_IS_NO
}

function placeOf({ line, column }: { line: number; column: number }): string {
  return line === 0 ? '' : `:${line}:${column}`
}

function chosenEngine({ values }: CommandContext): VtlEngine {
  const { engine = 'gatewright', profile } = values
  if (profile !== undefined && profile !== 'apigw' && profile !== 'velocity')
    throw new UsageError(`--profile is apigw or velocity, not ${String(profile)}.`)
  if (engine === 'gatewright') return gatewrightEngine(profile ?? 'apigw')
  if (engine !== 'velocityjs') throw new UsageError(`--engine is gatewright or velocityjs, not ${String(engine)}.`)
  if (profile === 'apigw') throw new UsageError('velocityjs has no profile apigw; leave --profile out.')
  return velocityjsEngine
}

function refuseBeside({ values }: CommandContext, option: string, others: readonly string[]): void {
  const wrong = others.find((other) => values[other] !== undefined)
  if (wrong !== undefined) throw new UsageError(`--${wrong} does not go with --${option}.`)
}

async function readEvent(path: string): Promise<TemplateEvent> {
  const value = parsed(await readText(path), path)
  if (!isMap(value)) throw unreadable(path, 'an event is a JSON object with body, params, context and stageVariables')
  const read = templateEventOf(value)
  if ('problem' in read) throw unreadable(path, read.problem)
  return read.event
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw unreadable(path, error instanceof Error ? error.message : String(error))
  }
}

async function readText(path: string): Promise<string> {
  try {
    const { size } = await stat(path)
    if (size > LARGEST_FILE) throw unreadable(path, 'it is larger than 64 MB')
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch (error) {
    if (error instanceof GatewrightError) throw error
    throw unreadable(path, reasonOf(error))
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder',
    EACCES: 'this user may not read it',
    ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not text in UTF-8',
  }
  return reasons[code] ?? (error instanceof Error ? error.message : String(error))
}

function unreadable(path: string, reason: string): GatewrightError {
  return new GatewrightError('import/unreadable', `${path} cannot be read: ${reason}.`)
}
