/** The words of an `aws` command, taken apart but not yet understood. */
export interface AwsWords {
  /** "apigateway"; "" when there is none. */
  readonly service: string
  /** "create-rest-api"; for other services all words up to the first option. */
  readonly command: string
  /** In their order, with the words behind them. */
  readonly options: readonly GivenOption[]
  /** Words that belong to no option. */
  readonly stray: readonly string[]
  /** Options of the command line itself, as in { query: "id" }; flags are "". */
  readonly globals: Readonly<Record<string, string>>
}

export interface GivenOption {
  /** "--rest-api-id". */
  readonly name: string
  readonly words: readonly string[]
}

/** Source: aws-cli command reference, "Global options". */
const GLOBAL_VALUES = new Set([
  'region',
  'profile',
  'endpoint-url',
  'output',
  'query',
  'color',
  'ca-bundle',
  'cli-read-timeout',
  'cli-connect-timeout',
  'cli-binary-format',
])
const GLOBAL_FLAGS = new Set([
  'debug',
  'no-verify-ssl',
  'no-paginate',
  'no-sign-request',
  'no-cli-pager',
  'cli-auto-prompt',
  'no-cli-auto-prompt',
  'version',
])

/** `args`: the words behind `aws`. */
export function splitArguments(args: readonly string[]): AwsWords {
  const names: string[] = []
  const stray: string[] = []
  const options: { name: string; words: string[] }[] = []
  const globals: Record<string, string> = {}
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? ''
    if (!word.startsWith('--')) {
      const open = options.at(-1)
      if (open !== undefined) open.words.push(word)
      else if (names.length < 2) names.push(word)
      else stray.push(word)
      continue
    }
    const [, name = '', value] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(word) ?? []
    if (GLOBAL_FLAGS.has(name)) globals[name] = ''
    else if (GLOBAL_VALUES.has(name)) globals[name] = value ?? args[++index] ?? ''
    else options.push({ name: `--${name}`, words: value === undefined ? [] : [value] })
  }
  return { service: names[0] ?? '', command: names[1] ?? '', options, stray, globals }
}
