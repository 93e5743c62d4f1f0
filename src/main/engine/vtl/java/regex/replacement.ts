import { illegalArgument } from '../java-errors'
import { JavaException } from '../java-exception'
import type { RegexProgram } from './regex-program'

/** A piece of a replacement: a text, or the number of a group. */
export type ReplacementPart = string | number

const BACKSLASH = '\\'

/**
 * What `replaceAll` puts in: `$1` and `${name}` are groups, a backslash takes the meaning from the character after it.
 * Errors: IllegalArgumentException and IndexOutOfBoundsException, as Java throws them at the first match.
 */
export function parseReplacement(replacement: string, program: RegexProgram): ReplacementPart[] {
  const parts: ReplacementPart[] = []
  let text = ''
  for (let index = 0; index < replacement.length; index++) {
    const character = replacement[index]!
    if (character === BACKSLASH) {
      if (++index === replacement.length) throw illegalArgument('character to be escaped is missing')
      text += replacement[index]!
    } else if (character === '$') {
      const group = parseGroup(replacement, index + 1, program)
      if (text !== '') parts.push(text)
      text = ''
      parts.push(group.number)
      index = group.end - 1
    } else {
      text += character
    }
  }
  if (text !== '') parts.push(text)
  return parts
}

function parseGroup(replacement: string, at: number, program: RegexProgram): { number: number; end: number } {
  const next = replacement[at]
  if (next === undefined) throw illegalArgument('Illegal group reference: group index is missing')
  if (next === '{') return parseNamedGroup(replacement, at + 1, program)
  if (!isDigit(next)) throw illegalArgument('Illegal group reference')
  let number = Number(next)
  let end = at + 1
  if (number > program.groupCount) throw new JavaException('java.lang.IndexOutOfBoundsException', `No group ${number}`)
  for (; isDigit(replacement[end] ?? ''); end++) {
    const longer = number * 10 + Number(replacement[end])
    if (longer > program.groupCount) break
    number = longer
  }
  return { number, end }
}

function parseNamedGroup(replacement: string, at: number, program: RegexProgram): { number: number; end: number } {
  const name = /^[A-Za-z0-9]*/.exec(replacement.slice(at))?.[0] ?? ''
  if (name === '') throw illegalArgument("named capturing group is missing trailing '}'")
  if (replacement[at + name.length] !== '}') throw illegalArgument("named capturing group is missing trailing '}'")
  if (isDigit(name[0]!)) {
    throw illegalArgument(`capturing group name {${name}} starts with digit character`)
  }
  const number = program.groupNames.get(name)
  if (number === undefined) throw illegalArgument(`No group with name {${name}}`)
  return { number, end: at + name.length + 1 }
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9' && character.length === 1
}
