import {
  isWritableList,
  isWritableMap,
  writableMembers,
  type WritableObject,
  type WritableValue,
} from '../documents/writable-value'
import { emitBlockText, emitScalar, fitsBlock } from './emit-scalar'

type WritableMap = WritableObject | ReadonlyMap<string, WritableValue>

/** A reader need not accept a longer key without "?". Source: YAML 1.2.2, 7.4.2. */
const LONGEST_PLAIN_KEY = 1000

/** A whole document in block style, two spaces a level, ending in a line break. */
export function emitDocument(value: WritableMap): string {
  const lines = writableMembers(value).length === 0 ? ['{}'] : emitMap(value, '')
  return `${lines.join('\n')}\n`
}

/** Lines of one member, as in ["GET:", "  apiKeyRequired: true"]; the first without indentation, the others at `indent`. */
export function emitMember(key: string, value: WritableValue, indent: string): string[] {
  const name = emitScalar(key)
  const [first = '', ...rest] = emitAfter(value, indent)
  if (name.length <= LONGEST_PLAIN_KEY) return [`${name}:${first}`, ...rest]
  return [`? ${name}`, `${indent}:${first}`, ...rest]
}

/** Lines of one item of a list, as in ["- a: 1", "  b: 2"]; `indent` is the column of the dash. */
export function emitItem(value: WritableValue, indent: string): string[] {
  if (!isEmptyOrScalar(value)) {
    const inner = `${indent}  `
    const [first = '', ...rest] = isWritableList(value)
      ? emitList(value, inner)
      : isWritableMap(value)
        ? emitMap(value, inner)
        : []
    return [`- ${first.slice(inner.length)}`, ...rest]
  }
  const [first = '', ...rest] = emitAfter(value, indent)
  return [`-${first}`, ...rest]
}

/** What stands after a colon or a dash: " 5" on the same line, or lines below it. */
function emitAfter(value: WritableValue, indent: string): string[] {
  const inner = `${indent}  `
  if (typeof value === 'string' && fitsBlock(value)) {
    const [header = '', ...lines] = emitBlockText(value, inner)
    return [` ${header}`, ...lines]
  }
  if (isWritableList(value)) return value.length === 0 ? [' []'] : ['', ...emitList(value, inner)]
  if (isWritableMap(value)) return writableMembers(value).length === 0 ? [' {}'] : ['', ...emitMap(value, inner)]
  return [` ${emitScalar(value)}`]
}

function emitMap(value: WritableMap, indent: string): string[] {
  const lines: string[] = []
  for (const [key, member] of writableMembers(value)) addLines(lines, emitMember(key, member, indent), indent)
  return lines
}

function emitList(values: readonly WritableValue[], indent: string): string[] {
  const lines: string[] = []
  for (const value of values) addLines(lines, emitItem(value, indent), indent)
  return lines
}

/** Only the first line of a member lacks its indentation. */
function addLines(lines: string[], added: readonly string[], indent: string): void {
  for (const [at, line] of added.entries()) lines.push(at === 0 ? indent + line : line)
}

function isEmptyOrScalar(value: WritableValue): boolean {
  if (isWritableList(value)) return value.length === 0
  return !isWritableMap(value) || writableMembers(value).length === 0
}

/** A value in brackets on one line, as in { types: [EDGE] }. */
export function emitFlow(value: WritableValue): string {
  if (isWritableList(value)) return `[${value.map(emitFlow).join(', ')}]`
  if (!isWritableMap(value)) return emitScalar(value, true)
  const members = writableMembers(value).map(([key, member]) => `${emitScalar(key, true)}: ${emitFlow(member)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}
