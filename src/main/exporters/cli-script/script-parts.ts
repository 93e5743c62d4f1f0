import type { Diagnostic, Severity } from '@shared/diagnostic'
import type { ExportCode } from '../export-codes'
import { commandText, type AwsCommand } from './aws-command'
import { shellWord, type ShellText, type ShellVariable } from './shell-text'

/** Collects what a script is made of, in the order it is asked for. */
export class ScriptParts {
  readonly diagnostics: Diagnostic[] = []
  private readonly parameters = new Map<string, string>()
  private readonly lines: string[] = []
  private readonly owners = new Map<string, string>()

  /** A variable of this name, or with a number behind it when something else has the name. The same identity gives the same again. */
  variable(wanted: string, identity: string): ShellVariable {
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? wanted : `${wanted}_${count}`
      const owner = this.owners.get(name)
      if (owner !== undefined && owner !== identity) continue
      this.owners.set(name, identity)
      return { variable: name }
    }
  }

  /** A value that differs from one environment to the next: a variable at the top of the script, today's value in it. */
  parameter(wanted: string, identity: string, value: string | ShellText): ShellVariable {
    const found = this.variable(wanted, `parameter ${identity}`)
    this.parameters.set(found.variable, shellWord(value))
    return found
  }

  /** Whether a parameter with this identity was asked for. */
  hasParameter(identity: string): boolean {
    return [...this.owners.values()].includes(`parameter ${identity}`)
  }

  run(command: AwsCommand): void {
    this.lines.push(commandText(command))
  }

  /** Runs a command and keeps what `query` finds in its answer. */
  capture(variable: ShellVariable, query: string, command: Omit<AwsCommand, 'capture'>): ShellVariable {
    this.run({ ...command, capture: { variable: variable.variable, query } })
    return variable
  }

  /** A comment with an empty line before it. */
  heading(text: string): void {
    this.lines.push('', ...commentLines(text))
  }

  line(text: string): void {
    this.lines.push(text)
  }

  report(code: ExportCode, severity: Severity, pointer: string, message: string): void {
    this.diagnostics.push({ code, severity, message, pointer })
  }

  /** Parameters, then what was asked for. */
  text(introduction: readonly string[]): string {
    const values = [...this.parameters].map(([name, value]) => `${name}=${value}`)
    return `${[...introduction, ...values, ...this.lines].join('\n')}\n`
  }
}

/** Whatever stands in the text, each of its lines is a comment. */
export function commentLines(text: string): string[] {
  return text.split(/[\n\r\u2028\u2029]+/).map((line) => `# ${line}`.trimEnd())
}
