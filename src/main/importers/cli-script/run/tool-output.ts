import { jqOutput } from './jq'

/** What a tool prints for what it reads; null when what it is asked for is not understood. */
export function toolOutput(words: readonly string[], input: string): string | null {
  const [name = '', ...args] = words
  switch (name) {
    case 'cat':
      return args.length === 0 || args.join() === '-' ? input : null
    case 'tr':
      return translated(args, input)
    case 'cut':
      return cut(args, input)
    case 'head':
    case 'tail':
      return ends(name, args, input)
    case 'xargs':
      return args.length === 0 ? `${input.trim().split(/\s+/).join(' ')}\n` : null
    case 'sed':
      return edited(args, input)
    case 'jq':
      return jqOutput(args, input)
    default:
      return null
  }
}

/** `tr -d '"\n'`, `tr '\t' '\n'`. */
function translated(args: readonly string[], input: string): string | null {
  const [first = '', second] = args
  if (first === '-d' && second !== undefined && args.length === 2) {
    const gone = characters(second)
    return gone && [...input].filter((character) => !gone.includes(character)).join('')
  }
  if (args.length !== 2 || second === undefined || first.startsWith('-')) return null
  const [from, to] = [characters(first), characters(second)]
  if (from === null || to === null || to.length === 0) return null
  return [...input]
    .map((character) => (from.includes(character) ? (to[from.indexOf(character)] ?? to.at(-1)) : character))
    .join('')
}

const CLASSES: Readonly<Record<string, string>> = {
  '[:space:]': ' \t\n\r',
  '[:upper:]': upper(),
  '[:lower:]': upper().toLowerCase(),
}

function upper(): string {
  return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
}

/** The characters of a set; null for ranges that are not spelled out. */
function characters(set: string): string[] | null {
  const known = CLASSES[set]
  if (known !== undefined) return [...known]
  const range = /^([a-zA-Z])-([a-zA-Z])$/.exec(set)
  if (range !== null) {
    const letters = [...upper(), ...upper().toLowerCase()]
    return letters.slice(letters.indexOf(range[1] ?? ''), letters.indexOf(range[2] ?? '') + 1)
  }
  if (/^\[.*\]$|.-./.test(set)) return null
  return [...set.replaceAll('\\n', '\n').replaceAll('\\t', '\t').replaceAll('\\r', '\r')]
}

/** `cut -d: -f2`, `cut -f1`. */
function cut(args: readonly string[], input: string): string | null {
  const text = args.join(' ')
  const [, field] = /(?:^|\s)-f\s*(\d+)(?:$|\s)/.exec(text) ?? []
  const delimiter = /(?:^|\s)-d\s*(.)/.exec(text)?.[1] ?? '\t'
  if (field === undefined) return null
  return eachLine(input, (line) => line.split(delimiter)[Number(field) - 1] ?? (line.includes(delimiter) ? '' : line))
}

function ends(name: string, args: readonly string[], input: string): string | null {
  const [, digits] = /^(?:-n\s*|-)(\d+)$/.exec(args.join(' ')) ?? []
  if (args.length > 0 && digits === undefined) return null
  const count = digits === undefined ? 10 : Number(digits)
  const lines = input.replace(/\n$/, '').split('\n')
  const kept = name === 'head' ? lines.slice(0, count) : lines.slice(-count)
  return `${kept.join('\n')}\n`
}

/** `sed 's/a/b/g'` with texts, not patterns. */
function edited(args: readonly string[], input: string): string | null {
  const [script = ''] = args[0] === '-e' ? args.slice(1) : args
  const [, mark, from, to, flags = ''] = /^s(.)((?:(?!\1).)*)\1((?:(?!\1).)*)\1(g?)$/.exec(script) ?? []
  if (mark === undefined || from === undefined || to === undefined || args.length > 2) return null
  if (/[\\^$.*[\]+?(){}|]/.test(from) || /[\\&]/.test(to)) return null
  return eachLine(input, (line) => (flags === 'g' ? line.replaceAll(from, () => to) : line.replace(from, () => to)))
}

function eachLine(input: string, change: (line: string) => string): string {
  return input
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `${change(line)}\n`)
    .join('')
}
