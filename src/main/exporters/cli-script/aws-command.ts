import { jsonText, type ScriptJson } from './script-json'
import { shellWord, type ShellText } from './shell-text'

/** What an option is given: a text, a figure, a switch, several words, or JSON. Absent and empty ones are left out. */
export type OptionValue =
  | string
  | number
  | boolean
  | ShellText
  | { readonly words: readonly (string | ShellText)[] }
  | { readonly json: ScriptJson }
  | undefined

export interface AwsCommand {
  /** "apigateway put-method". */
  readonly operation: string
  /** By the name of the option without its dashes, in the order they are written. */
  readonly options: Readonly<Record<string, OptionValue>>
  /** The variable that takes what `query` finds in the answer. */
  readonly capture?: { readonly variable: string; readonly query: string }
}

const LONGEST_LINE = 100

/**
 * A command as it stands in a script: in one line when it is short, else an option a line. What it answers is captured, or not shown:
 * errors still are.
 */
export function commandText({ operation, options, capture }: AwsCommand): string {
  const words = Object.entries(options).flatMap(([name, value]) => optionWords(name, value))
  if (capture) words.push(`--query ${shellWord(capture.query)} --output text`)
  const line = [`aws ${operation}`, ...words].join(' ')
  const isShort = line.length <= LONGEST_LINE && !line.includes('\n')
  const command = isShort ? line : [`aws ${operation}`, ...words].join(' \\\n  ')
  return capture ? `${capture.variable}=$(${command})` : `${command} > /dev/null`
}

function optionWords(name: string, value: OptionValue): string[] {
  if (value === undefined) return []
  if (value === true) return [`--${name}`]
  if (value === false) return [`--no-${name}`]
  if (typeof value === 'number') return [`--${name} ${value}`]
  if (typeof value === 'string') return [textOption(name, [value])]
  if ('json' in value) return [`--${name} ${shellWord(jsonText(value.json))}`]
  if ('words' in value) return value.words.length === 0 ? [] : [`--${name} ${value.words.map(shellWord).join(' ')}`]
  return [textOption(name, value)]
}

/** A value that begins with a dash would be taken for an option. */
function textOption(name: string, text: ShellText): string {
  const [first] = text
  const isLikeOption = typeof first === 'string' && first.startsWith('-')
  return `--${name}${isLikeOption ? '=' : ' '}${shellWord(text)}`
}
