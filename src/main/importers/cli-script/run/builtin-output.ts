import type { ScriptFiles } from './script-files'
import type { ShellVariables } from './shell-variables'

/** Commands that change nothing a design could know of. */
const HARMLESS = new Set(
  ': true false set shopt sleep wait cd pushd popd mkdir rm rmdir chmod touch trap clear alias ulimit umask type command which hash'.split(
    ' ',
  ),
)

/** What a command of the shell itself prints; null when it is none, or is not understood. */
export function builtinOutput(words: readonly string[], variables: ShellVariables, files: ScriptFiles): string | null {
  const [name = '', ...args] = words
  if (HARMLESS.has(name)) return ''
  switch (name) {
    case 'echo':
      return echoed(args)
    case 'printf':
      return formatted(args)
    case 'export':
    case 'declare':
    case 'typeset':
    case 'local':
    case 'readonly':
      for (const arg of args) declare(arg, variables)
      return ''
    case 'unset':
      for (const arg of args) variables.unset(arg)
      return ''
    case 'cat': {
      const texts = args.map((path) => files.read(path))
      return args.length === 0 || texts.some((text) => text === null) ? null : texts.join('')
    }
    case 'basename':
      return args.length === 0 ? null : `${(args[0] ?? '').replace(/\/+$/, '').split('/').pop() ?? ''}\n`
    default:
      return null
  }
}

function declare(arg: string, variables: ShellVariables): void {
  const equals = arg.indexOf('=')
  if (equals > 0 && /^[A-Za-z_]\w*$/.test(arg.slice(0, equals)))
    variables.set(arg.slice(0, equals), arg.slice(equals + 1))
}

function echoed(args: readonly string[]): string {
  let rest = [...args]
  let ends = '\n'
  let isEscaped = false
  while (/^-[neE]+$/.test(rest[0] ?? '')) {
    if (rest[0]?.includes('n')) ends = ''
    if (rest[0]?.includes('e')) isEscaped = true
    rest = rest.slice(1)
  }
  const text = rest.join(' ')
  return (isEscaped ? unescaped(text) : text) + ends
}

/** `printf '%s\n' value`: texts and whole numbers; the form is used again until all values are. Null for other forms. */
function formatted([format = '', ...values]: readonly string[]): string | null {
  const form = unescaped(format)
  const fields = form.match(/%./g)?.filter((field) => field !== '%%') ?? []
  if (format === '-v' || fields.some((field) => !/^%[sdqi]$/.test(field))) return null
  const rounds = fields.length === 0 ? 1 : Math.max(1, Math.ceil(values.length / fields.length))
  return Array.from({ length: rounds }, (_item, round) => filled(form, values.slice(round * fields.length))).join('')
}

function filled(form: string, values: readonly string[]): string {
  let used = 0
  return form.replace(/%(.)/g, (_whole, kind: string) =>
    kind === '%' ? '%' : (values[used++] ?? (kind === 'd' ? '0' : '')),
  )
}

function unescaped(text: string): string {
  return text.replace(/\\([nt\\"])/g, (_whole, sign: string) => (sign === 'n' ? '\n' : sign === 't' ? '\t' : sign))
}
