import type { Command, FunctionDefinition, Redirect, Statement } from '../shell/shell-script'
import type { AwsRunner, CommandResult } from './aws-runner'
import { builtinOutput } from './builtin-output'
import { countCommands } from './count-commands'
import { expandFields, expandText, type Expansion } from './expand-word'
import type { ScriptFiles } from './script-files'
import type { ScriptReport } from './script-report'
import type { ShellVariables } from './shell-variables'
import { toolOutput } from './tool-output'

/** What keeps a hostile script from running long. */
const MAX_COMMANDS = 50_000
const MAX_TEXT = 4_000_000
const MAX_CALLS = 12

type Status = 'ok' | 'failed' | 'unknown'

interface Ran {
  readonly stdout: string
  readonly status: Status
}

const NOTHING: Ran = { stdout: '', status: 'ok' }

/** Walks through a script without running anything: `aws` commands go to the design, the rest is worked out or reported. */
export class ScriptRun {
  private readonly functions = new Map<string, FunctionDefinition>()
  private args: readonly string[] = []
  private calls = 0
  private commands = 0
  private isOver = false

  constructor(
    private readonly aws: AwsRunner,
    private readonly variables: ShellVariables,
    private readonly files: ScriptFiles,
    private readonly report: ScriptReport,
  ) {}

  /** What the statements print. */
  run(statements: readonly Statement[], input = ''): string {
    let stdout = ''
    for (const statement of statements) {
      if (this.isOver) break
      stdout += this.statement(statement, input).stdout
      if (stdout.length > MAX_TEXT) this.stop(statement.offset, 'The script makes more text than is read here.')
    }
    return stdout.slice(0, MAX_TEXT)
  }

  private stop(offset: number, reason: string): void {
    if (!this.isOver) this.report.say('import/command-not-run', 'error', offset, `${reason} What follows is not read.`)
    this.isOver = true
  }

  private statement(statement: Statement, input: string): Ran {
    switch (statement.kind) {
      case 'command':
        return this.command(statement, input)
      case 'pipeline':
        return this.pipeline(statement.commands, input)
      case 'and-or':
        return this.andOr(statement)
      case 'group':
        return this.redirected({ stdout: this.run(statement.body, input), status: 'ok' }, statement.redirects)
      case 'for':
        return this.loop(statement)
      case 'function':
        this.functions.set(statement.name, statement)
        return NOTHING
      case 'unrun':
        return this.unrun(statement)
    }
  }

  private unrun({ keyword, body, offset }: Extract<Statement, { kind: 'unrun' }>): Ran {
    const count = countCommands(body)
    const what =
      count === 0
        ? 'it holds no command for API Gateway'
        : `${count === 1 ? '1 command' : `${count} commands`} for API Gateway in it ${count === 1 ? 'is' : 'are'} not read`
    const advice = count === 0 ? '' : ' Write the commands without it to have them read.'
    const severity = count === 0 ? 'info' : 'warning'
    this.report.say(
      'import/command-not-run',
      severity,
      offset,
      `"${keyword}" is not run, since what it depends on is not known: ${what}.${advice}`,
    )
    return { stdout: '', status: 'unknown' }
  }

  private pipeline(commands: readonly Statement[], input: string): Ran {
    let ran: Ran = { stdout: input, status: 'ok' }
    for (const command of commands) ran = this.statement(command, ran.stdout)
    return ran
  }

  /** A command behind && goes on also where the one before it was refused: the rest of a script is of interest all the same. */
  private andOr({ first, rest, offset }: Extract<Statement, { kind: 'and-or' }>): Ran {
    let ran = this.statement(first, '')
    let stdout = ran.stdout
    for (const { operator, statement } of rest) {
      if (this.isOver) break
      if (ran.status === 'unknown') {
        const count = countCommands([statement])
        if (count > 0)
          this.report.say(
            'import/command-not-run',
            'warning',
            offset,
            `What stands behind ${operator} is not run, since what is before it is not known.`,
          )
        continue
      }
      const isExit = statement.kind === 'command' && wordText(statement) === 'exit'
      if (operator === '||' && (ran.status === 'ok' || isExit)) continue
      ran = this.statement(statement, '')
      stdout += ran.stdout
    }
    return { stdout, status: ran.status }
  }

  private loop({ variable, words, body, offset }: Extract<Statement, { kind: 'for' }>): Ran {
    if (words === null) return this.unrun({ kind: 'unrun', keyword: 'for', body, offset })
    let stdout = ''
    for (const value of words.flatMap((word) => this.fields(word))) {
      if (this.isOver) break
      this.variables.set(variable, value)
      stdout += this.run(body)
    }
    return { stdout, status: 'ok' }
  }

  private get expansion(): Expansion {
    return {
      variables: this.variables,
      args: this.args,
      run: (body) => this.run(body),
      madeUp: (name, value, offset) =>
        this.report.say(
          'import/value-made-up',
          'warning',
          offset,
          `$${name} is not set in the script; it is taken as ${value}. Set it, or give it as a parameter.`,
        ),
      notEvaluated: (text, offset) =>
        this.report.say(
          'import/command-not-run',
          'warning',
          offset,
          `${text.slice(0, 60)} is not worked out and taken as nothing.`,
        ),
    }
  }

  private fields(word: Parameters<typeof expandFields>[0]): string[] {
    return expandFields(word, this.expansion)
  }

  private command(command: Command, input: string): Ran {
    if (++this.commands > MAX_COMMANDS) {
      this.stop(command.offset, `The script runs more than ${MAX_COMMANDS} commands.`)
      return NOTHING
    }
    for (const { name, value, isAppended } of command.assignments) {
      const text = expandText(value, this.expansion)
      this.assign(name, isAppended ? `${this.variables.known(name) ?? ''}${text}` : text, command.offset)
    }
    // What a condition asks for says nothing about what the script needs.
    if (['[', '[[', 'test'].includes(wordText(command))) return { stdout: '', status: 'unknown' }
    const words = command.words.flatMap((word) => this.fields(word))
    if (words.length === 0) return this.redirected(NOTHING, command.redirects)
    const read = this.inputOf(command.redirects) ?? input
    return this.redirected(this.called(words, read, command.offset), command.redirects)
  }

  private assign(name: string, value: string, offset: number): void {
    if (value.length > MAX_TEXT) {
      this.stop(offset, `${name} gets more text than is read here.`)
      return
    }
    this.variables.set(name, value)
    if (/^AWS_(DEFAULT_)?REGION$/.test(name) && value !== '') this.aws.region(value)
  }

  private called(words: readonly string[], input: string, offset: number): Ran {
    const [name = '', ...args] = words
    if (name === 'aws') return this.aws.run(args, offset) satisfies CommandResult
    if (name === 'exit' || name === 'return') return this.ended(name, offset)
    if (name === 'export') this.exported(args, offset)
    if (name === 'command' || name === 'exec' || name === 'sudo' || name === 'time') {
      return args.length === 0 || args[0]?.startsWith('-')
        ? { stdout: '', status: 'unknown' }
        : this.called(args, input, offset)
    }
    const own = this.functions.get(name)
    if (own !== undefined) return this.call(own, args, offset)
    if (name === 'jq' && args.length > 1) return this.jqOfFile(words, input, offset)
    if (name === 'tee') return this.tee(args, input)
    if (name === 'read') return this.read(args, input)
    const stdout = builtinOutput(words, this.variables, this.files) ?? toolOutput(words, input)
    return stdout === null ? this.notRun(words, offset) : { stdout, status: 'ok' }
  }

  private exported(args: readonly string[], offset: number): void {
    for (const arg of args) {
      const [, name, value] = /^(\w+)=([\s\S]*)$/.exec(arg) ?? []
      if (name !== undefined && value !== undefined) this.assign(name, value, offset)
    }
  }

  /** `jq FILTER FILE` reads a file that the script has written. */
  private jqOfFile(words: readonly string[], input: string, offset: number): Ran {
    const file = words.at(-1) ?? ''
    const text = this.files.read(file)
    const stdout = text === null ? toolOutput(words, input) : toolOutput(words.slice(0, -1), text)
    return stdout === null ? this.notRun(words, offset) : { stdout, status: 'ok' }
  }

  /** `read A B <<< "..."`; what a person would type stays unset, and is asked for where it is used. */
  private read(args: readonly string[], input: string): Ran {
    const names = args.filter((arg) => /^[A-Za-z_]\w*$/.test(arg))
    const [line = ''] = input.split('\n')
    if (line === '') return NOTHING
    const values = line.trim().split(/\s+/)
    names.forEach((name, index) => {
      const isLast = index === names.length - 1
      this.variables.set(name, isLast ? values.slice(index).join(' ') : (values[index] ?? ''))
    })
    return NOTHING
  }

  private tee(args: readonly string[], input: string): Ran {
    const isAppended = args[0] === '-a'
    for (const path of isAppended ? args.slice(1) : args) this.files.write(path, input, isAppended)
    return { stdout: input, status: 'ok' }
  }

  private ended(name: string, offset: number): Ran {
    if (name === 'return' || this.calls > 0) return NOTHING
    this.report.say(
      'import/command-not-run',
      'info',
      offset,
      'The script ends here with exit; what follows is not read.',
    )
    this.isOver = true
    return NOTHING
  }

  private call({ body }: FunctionDefinition, args: readonly string[], at: number): Ran {
    if (this.calls >= MAX_CALLS) {
      this.stop(at, 'A function calls itself too often.')
      return { stdout: '', status: 'unknown' }
    }
    const before = this.args
    this.args = args
    this.calls++
    const stdout = this.run(body)
    this.calls--
    this.args = before
    return { stdout, status: 'ok' }
  }

  private notRun(words: readonly string[], offset: number): Ran {
    const shown = words.join(' ').replace(/\s+/g, ' ')
    const text = shown.length > 60 ? `${shown.slice(0, 57)}...` : shown
    this.report.say(
      'import/command-not-run',
      'info',
      offset,
      `"${text}" is not run; what it would print is taken as nothing.`,
    )
    return { stdout: '', status: 'unknown' }
  }

  /** What a command reads from a file or from the script; undefined when nothing is said. */
  private inputOf(redirects: readonly Redirect[]): string | undefined {
    const redirect = redirects.findLast(({ operator, descriptor }) => operator.startsWith('<') && descriptor === 0)
    if (redirect === undefined) return undefined
    const text = expandText(redirect.target, this.expansion)
    if (redirect.operator === '<<') return text
    return redirect.operator === '<<<' ? `${text}\n` : (this.files.read(text) ?? '')
  }

  /** What a command prints goes into a file, if it is told so. */
  private redirected(ran: Ran, redirects: readonly Redirect[]): Ran {
    const redirect = redirects.findLast(
      ({ operator, descriptor }) => (operator === '>' || operator === '>>') && descriptor === 1,
    )
    if (redirect === undefined) return ran
    const path = expandText(redirect.target, this.expansion)
    if (path !== '/dev/null' && path !== '') this.files.write(path, ran.stdout, redirect.operator === '>>')
    return { ...ran, stdout: '' }
  }
}

function wordText({ words }: Command): string {
  return (words[0]?.parts ?? []).map((part) => ('text' in part ? part.text : '')).join('')
}
