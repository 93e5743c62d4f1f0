import type { ShellText, ShellVariable } from './shell-text'

/** JSON whose texts may hold the values of shell variables. */
export type ScriptJson =
  null | boolean | number | string | SplicedText | readonly ScriptJson[] | { readonly [name: string]: ScriptJson }

/** A text of JSON in which variables stand. Their values are ids, names and ARNs: nothing that JSON would have to escape. */
export class SplicedText {
  readonly pieces: ShellText

  constructor(pieces: ShellText) {
    this.pieces = pieces
  }
}

/** Shorter JSON stands in one line. */
const LONGEST_LINE = 90
const MAX_DEPTH = 200

/** JSON as an argument: whatever is short in one line, the rest indented. */
export function jsonText(value: ScriptJson): ShellText {
  return merged(write(value, '', 0))
}

type Pieces = (string | ShellVariable)[]

function write(value: ScriptJson, indent: string, depth: number): Pieces {
  const line = inLine(value, depth)
  if (!isContainer(value) || lengthOf(line) + indent.length <= LONGEST_LINE || depth > MAX_DEPTH) return line
  const inner = `${indent}  `
  return wrapped(value, [`\n${inner}`, `,\n${inner}`, `\n${indent}`], ': ', (item) => write(item, inner, depth + 1))
}

function inLine(value: ScriptJson, depth: number): Pieces {
  if (value instanceof SplicedText) return ['"', ...value.pieces.map(escaped), '"']
  if (!isContainer(value) || depth > MAX_DEPTH) return [JSON.stringify(value) ?? 'null']
  return wrapped(value, ['', ',', ''], ':', (item) => inLine(item, depth + 1))
}

type Container = readonly ScriptJson[] | { readonly [name: string]: ScriptJson }

function isContainer(value: ScriptJson): value is Container {
  return typeof value === 'object' && value !== null && !(value instanceof SplicedText)
}

/** `around`: what stands before the first item, between two, and after the last. */
function wrapped(
  value: Container,
  [before, between, after]: readonly [string, string, string],
  colon: string,
  writeItem: (item: ScriptJson) => Pieces,
): Pieces {
  const isList = Array.isArray(value)
  const items: Pieces[] = isList
    ? value.map((item: ScriptJson) => writeItem(item))
    : Object.entries<ScriptJson>(value as { readonly [name: string]: ScriptJson }).map(([name, item]) => [
        `${JSON.stringify(name)}${colon}`,
        ...writeItem(item),
      ])
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  if (items.length === 0) return [open + close]
  return [open, ...items.flatMap((item, index) => [index === 0 ? before : between, ...item]), after, close]
}

function lengthOf(pieces: Pieces): number {
  return pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : piece.variable.length), 0)
}

function escaped(piece: string | ShellVariable): string | ShellVariable {
  return typeof piece === 'string' ? JSON.stringify(piece).slice(1, -1) : piece
}

/** Neighbouring literals as one. */
function merged(pieces: Pieces): ShellText {
  const result: Pieces = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') result[result.length - 1] = last + piece
    else result.push(piece)
  }
  return result
}
