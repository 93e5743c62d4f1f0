import { plainText, toNumber, type Value } from '../values/value'
import type { InsightsFunction } from './insights-function'

/** Code units up to which a text may grow within one expression. */
const LONGEST_TEXT = 1_048_576

type Run = (...args: readonly Value[]) => Value

function textFunction(
  name: string,
  parameters: string,
  what: string,
  [least, most]: readonly [number, number],
  run: Run,
): InsightsFunction {
  return { name, usage: `${name}(${parameters})`, what, least, most, run: (args) => run(...args) }
}

/** Null stays null: a missing field has no length and no capitals. */
function ofText(run: (text: string, ...args: readonly Value[]) => Value): Run {
  return (value = null, ...args) => (value === null ? null : run(plainText(value), ...args))
}

export const TEXT_FUNCTIONS: readonly InsightsFunction[] = [
  textFunction('isempty', 'field', '1 when the field is missing or empty, else 0.', [1, 1], (value = null) =>
    bit(plainText(value) === ''),
  ),
  textFunction(
    'isblank',
    'field',
    '1 when the field is missing, empty or only white space, else 0.',
    [1, 1],
    (value = null) => bit(plainText(value).trim() === ''),
  ),
  textFunction(
    'concat',
    'text, ...',
    'The texts one after the other; what is missing counts as empty.',
    [1, Infinity],
    (...args) => bounded(args.map(plainText).join('')),
  ),
  textFunction(
    'ltrim',
    'text[, characters]',
    'The text without white space, or without any of the characters, at its beginning.',
    [1, 2],
    ofText((text, set) => text.slice(leading(text, set))),
  ),
  textFunction(
    'rtrim',
    'text[, characters]',
    'The text without white space, or without any of the characters, at its end.',
    [1, 2],
    ofText((text, set) => text.slice(0, trailing(text, set))),
  ),
  textFunction(
    'trim',
    'text[, characters]',
    'The text without white space, or without any of the characters, at both ends.',
    [1, 2],
    ofText((text, set) => {
      const from = leading(text, set)
      return text.slice(from, Math.max(from, trailing(text, set)))
    }),
  ),
  textFunction(
    'strlen',
    'text',
    'How many characters (code points) the text has.',
    [1, 1],
    ofText((text) => codePoints(text).length),
  ),
  textFunction(
    'toupper',
    'text',
    'The text in capitals.',
    [1, 1],
    ofText((text) => text.toUpperCase()),
  ),
  textFunction(
    'tolower',
    'text',
    'The text in small letters.',
    [1, 1],
    ofText((text) => text.toLowerCase()),
  ),
  textFunction(
    'substr',
    'text, start[, length]',
    'The text from a character on, counted from 0, to its end or of a length.',
    [2, 3],
    ofText(substr),
  ),
  textFunction(
    'replace',
    'text, find, with',
    'The text with every place of one text replaced by another.',
    [3, 3],
    ofText(replace),
  ),
  textFunction(
    'strcontains',
    'text, find',
    '1 when the text holds the other, else 0.',
    [2, 2],
    (text = null, find = null) => bit(text !== null && find !== null && plainText(text).includes(plainText(find))),
  ),
]

function bit(holds: boolean): number {
  return holds ? 1 : 0
}

function bounded(text: string): string {
  return text.length <= LONGEST_TEXT ? text : text.slice(0, LONGEST_TEXT)
}

function substr(text: string, start: Value = null, length: Value = null): Value {
  const from = toNumber(start)
  const count = length === null ? Infinity : toNumber(length)
  if (Number.isNaN(from) || Number.isNaN(count)) return null
  const first = Math.max(0, Math.trunc(from))
  const taken = codePoints(text).slice(first, first + Math.max(0, Math.trunc(count)))
  return typeof taken === 'string' ? taken : taken.join('')
}

function replace(text: string, find: Value = null, replacement: Value = null): Value {
  if (find === null || replacement === null || plainText(find) === '') return text
  const [wanted, put] = [plainText(find), plainText(replacement)]
  const grown = (text.length / wanted.length) * Math.max(0, put.length - wanted.length)
  if (text.length + grown <= LONGEST_TEXT) return text.replaceAll(wanted, () => put)
  return bounded(text.split(wanted, Math.ceil(LONGEST_TEXT / Math.max(1, put.length)) + 1).join(put))
}

/** Most texts are one unit a character, and those need not be taken apart. */
function codePoints(text: string): readonly string[] | string {
  return /[\ud800-\udbff]/.test(text) ? [...text] : text
}

/** How many code units at the beginning are of the set. */
function leading(text: string, set: Value | undefined): number {
  const isTrimmed = trimmed(set)
  let at = 0
  for (const character of text) {
    if (!isTrimmed(character)) break
    at += character.length
  }
  return at
}

function trailing(text: string, set: Value | undefined): number {
  const isTrimmed = trimmed(set)
  let end = text.length
  while (end > 0) {
    const isPair = end > 1 && /[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(end - 2, end))
    const width = isPair ? 2 : 1
    if (!isTrimmed(text.slice(end - width, end))) break
    end -= width
  }
  return end
}

function trimmed(set: Value | undefined): (character: string) => boolean {
  if (set === undefined || set === null) return (character) => /\s/.test(character)
  const characters = new Set(plainText(set))
  return (character) => characters.has(character)
}
