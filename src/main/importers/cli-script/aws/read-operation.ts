import { commandsOf, optionOf } from '../../../control-plane/operations/cli-names'
import { nearest } from '@shared/did-you-mean'
import type { Member, Operation, ServiceName } from '../../../control-plane/operations/operation'
import { isRecord } from '../../json-place'
import { optionValue, type OptionSources } from './option-value'
import { COMMAND_REPLACEMENTS, MOVED_OPTIONS, OPTION_REPLACEMENTS } from './replacements'
import type { AwsWords, GivenOption } from './split-arguments'
import { fromClient } from './from-client'

/** A command that is understood. `problems`: what the command line refuses it for, with the right form. */
export interface ReadOperation {
  readonly operation: Operation
  /** By the names of the wire. */
  readonly values: Readonly<Record<string, unknown>>
  readonly problems: readonly string[]
  /** The option that a value came from, by the name of the wire. */
  readonly optionNames: ReadonlyMap<string, string>
  /** Where the answer's body is written to. */
  readonly outfile?: string
  /** It only prints what could be given: nothing is called. */
  readonly isSkeleton: boolean
}

/** There is no such command; `problem` says what is near. */
export interface UnknownCommand {
  readonly problem: string
}

export function readOperation(
  service: ServiceName,
  words: AwsWords,
  sources: OptionSources,
): ReadOperation | UnknownCommand {
  const operation = commandsOf(service).get(words.command)
  if (operation === undefined) return { problem: unknownCommand(service, words, sources) }
  return new OperationReader(operation, words, sources).read()
}

function unknownCommand(service: ServiceName, { command, options }: AwsWords, sources: OptionSources): string {
  const start =
    command === ''
      ? `"aws ${service}" is given no command.`
      : `"aws ${service} ${command}" does not exist: the command line answers "Invalid choice".`
  const known = COMMAND_REPLACEMENTS.find((each) => each.service === service && each.wrong === command)
  const given = (name: string) => options.find((each) => each.name === name)?.words[0] ?? ''
  const option = (name: string) =>
    name === '--path' ? (sources.resourcePath?.(given('--rest-api-id'), given('--resource-id')) ?? '') : given(name)
  if (known !== undefined) return `${start} Use ${known.form?.(option) ?? `aws ${service} ${known.right}`}.`
  const other: ServiceName = service === 'apigateway' ? 'apigatewayv2' : 'apigateway'
  if (service !== 'apigatewaymanagementapi' && commandsOf(other).has(command)) {
    return `${start} It is a command of ${other}: aws ${other} ${command}.`
  }
  const meant = nearest(command, commandsOf(service).keys())
  return meant === undefined ? start : `${start} Did you mean ${meant}?`
}

/** Options that take part in every command. */
const PAGING = ['--starting-token', '--max-items', '--page-size']

class OperationReader {
  private readonly values: Record<string, unknown> = {}
  private readonly optionNames = new Map<string, string>()
  private readonly problems: string[] = []
  private readonly given = new Set<string>()
  private unknown: readonly string[] = []
  private stray: readonly string[]
  private readonly members: ReadonlyMap<string, Member>
  private readonly words: AwsWords
  private readonly sources: OptionSources
  private isSkeleton = false

  constructor(
    private readonly operation: Operation,
    words: AwsWords,
    sources: OptionSources,
  ) {
    this.words = words
    this.sources = { ...sources, isRawBinary: words.globals['cli-binary-format'] === 'raw-in-base64-out' }
    this.stray = [...words.stray]
    this.members = new Map(operation.members.map((member) => [optionOf(operation, member), member]))
  }

  read(): ReadOperation {
    for (const option of this.words.options) this.option(option)
    const outfile = this.outfile()
    this.refuseUnknown()
    this.refuseMissing()
    const { operation, values, problems, optionNames, isSkeleton } = this
    return { operation, values, problems, optionNames, isSkeleton, ...(outfile !== undefined && { outfile }) }
  }

  private option({ name, words }: GivenOption): void {
    if (name === '--generate-cli-skeleton') this.isSkeleton = true
    else if (name === '--cli-input-json' || name === '--cli-input-yaml') this.wholeInput(name, words)
    else if (PAGING.includes(name) && this.operation.isPaged) this.paging(name, words)
    else if (this.members.has(name)) this.known(name, this.members.get(name)!, words)
    else if (name.startsWith('--no-') && this.members.get(`--${name.slice(5)}`)?.shape.kind === 'boolean') {
      this.set(`--${name.slice(5)}`, this.members.get(`--${name.slice(5)}`)!, false)
      this.stray = [...this.stray, ...words]
    } else this.replaced(name, words)
  }

  private set(option: string, { name }: Member, value: unknown): void {
    if (value === undefined) return
    this.values[name] = value
    this.optionNames.set(name, option)
  }

  private known(option: string, member: Member, words: readonly string[]): void {
    if (member.shape.kind === 'boolean') {
      this.set(option, member, true)
      this.flagWords(option, words)
      return
    }
    this.given.add(option)
    const { value, problems } = optionValue(option, member, words, this.sources)
    this.set(option, member, value)
    this.problems.push(...problems)
    const isList = member.shape.kind === 'list'
    if (!isList) this.stray = [...this.stray, ...words.slice(1)]
  }

  /** A flag takes no value, though people give it one. */
  private flagWords(option: string, words: readonly string[]): void {
    const [first] = words
    if (first === undefined) return
    if (!/^(true|false)$/i.test(first)) {
      this.stray = [...this.stray, ...words]
      return
    }
    const isTrue = first.toLowerCase() === 'true'
    const right = isTrue ? option : `--no-${option.slice(2)}`
    this.problems.push(`Unknown options: ${first}. ${option} takes no value: write ${right}.`)
    const member = this.members.get(option)
    if (member) this.values[member.name] = isTrue
  }

  private paging(option: string, words: readonly string[]): void {
    const limit = this.operation.members.find(({ name }) => name === 'limit' || name === 'maxResults')
    if (option !== '--page-size' || limit === undefined) return
    this.values[limit.name] = limit.shape.kind === 'string' ? words[0] : Number(words[0])
  }

  /** `--cli-input-json`: options of their own count more. */
  private wholeInput(option: string, words: readonly string[]): void {
    const [word = ''] = words
    const [, path] = /^file:\/\/([\s\S]+)$/.exec(word) ?? []
    const text = path === undefined ? word : this.sources.readFile(path)
    if (text === null) {
      this.problems.push(`${option}: there is no file ${path} beside the script.`)
      return
    }
    try {
      const input: unknown = JSON.parse(text)
      if (!isRecord(input)) throw new SyntaxError('no object')
      for (const [key, value] of Object.entries(input)) this.inputMember(option, key, value)
    } catch (problem) {
      this.problems.push(`Error parsing parameter '${option}': Invalid JSON: ${(problem as Error).message}.`)
    }
  }

  private inputMember(option: string, key: string, value: unknown): void {
    const member = this.operation.members.find(({ clientName }) => clientName === key)
    if (member === undefined) {
      const meant = nearest(
        key,
        this.operation.members.map(({ clientName }) => clientName),
      )
      this.problems.push(`Unknown parameter in input: "${key}".${meant ? ` Did you mean ${meant}?` : ''}`)
      return
    }
    if (this.values[member.name] !== undefined) return
    const { value: converted, problems } = fromClient(value, member.shape, key)
    this.set(option, member, converted)
    this.problems.push(...problems)
  }

  /** An option that the command does not have: what is meant by it, if that is known. */
  private replaced(name: string, words: readonly string[]): void {
    const { service } = this.operation
    const moved = MOVED_OPTIONS.find(
      (each) => each.service === service && each.command === this.words.command && each.option === name,
    )
    const shown = `Unknown options: ${[name, ...words].join(', ').replace(/\s+/g, ' ')}.`
    if (moved !== undefined) {
      const byClientName = Object.fromEntries(
        this.operation.members.flatMap((member) =>
          this.values[member.name] === undefined ? [] : [[camel(member.clientName), this.values[member.name]]],
        ),
      )
      this.problems.push(`${shown} That is set on the stage: ${moved.form(words, byClientName)}`)
      return
    }
    const known = OPTION_REPLACEMENTS.find(({ wrong, right }) => wrong === name && this.members.has(right))
    if (known === undefined) {
      this.unknown = [...this.unknown, name, ...words]
      return
    }
    const right = known.words?.(words) ?? words
    this.problems.push(`${shown} Write ${[known.right, ...right].join(' ')}.`)
    this.known(known.right, this.members.get(known.right)!, right)
  }

  private outfile(): string | undefined {
    const hasBody = this.operation.output?.members.some(({ place }) => place === 'payload') ?? false
    if (!hasBody) return undefined
    const [file, ...rest] = this.stray
    this.stray = rest
    if (file === undefined)
      this.problems.push('the following arguments are required: outfile. Name the file to write last.')
    return file
  }

  private refuseUnknown(): void {
    if (this.unknown.length === 0 && this.stray.length === 0) return
    const names = [...this.members.keys()]
    const hints = this.unknown
      .filter((word) => word.startsWith('--'))
      .flatMap((word) => nearest(word, names) ?? [])
      .map((option) => `Did you mean ${option}?`)
    const all = [...this.unknown, ...this.stray]
      .slice(0, 20)
      .map((word) => (word.length > 60 ? `${word.slice(0, 57)}...` : word))
    this.problems.push([`Unknown options: ${all.join(', ').replace(/\s+/g, ' ')}.`, ...new Set(hints)].join(' '))
  }

  private refuseMissing(): void {
    if (this.isSkeleton) return
    const missing = [...this.members].filter(
      ([option, { name, isRequired }]) => isRequired && this.values[name] === undefined && !this.given.has(option),
    )
    if (missing.length === 0) return
    this.problems.push(`the following arguments are required: ${missing.map(([option]) => option).join(', ')}.`)
  }
}

function camel(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}
