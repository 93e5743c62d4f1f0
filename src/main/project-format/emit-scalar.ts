/** Words that some reader of YAML takes for something else than text, and marks between documents. */
const RESERVED = /^(?:~|null|true|false|yes|no|on|off|y|n|=|<<|[-+]?\.(?:inf|nan))$|^---|^\.\.\./i
/** Numbers, dates and times of YAML 1.1 and 1.2, and whatever else looks like one. */
const NUMBER_LIKE = /^[-+]?\.?\d[\da-fA-FxoTZ_.:+-]*$/
const STARTS_PLAIN = /^[^\s\-?:,[\]{}#&*!|>'"%@`]|^-[^\s]/
/** A comment, a key's colon, or space that would be lost. */
const ENDS_PLAIN = /: | #|:$|\s$/
/** Must be escaped: controls, surrogates, line breaks of YAML, and marks that reorder or hide text. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]/u
const FLOW_INDICATOR = /[,[\]{}]/

/** A scalar on one line: plain where every reader agrees that it is text, else in quotes. `isInFlow`: within brackets. */
export function emitScalar(value: string | number | boolean | null, isInFlow = false): string {
  if (typeof value === 'string') return emitText(value, isInFlow)
  return Object.is(value, -0) ? '-0' : String(value)
}

function emitText(text: string, isInFlow: boolean): string {
  if (UNPRINTABLE.test(text)) return doubleQuoted(text)
  if (isPlain(text) && !(isInFlow && FLOW_INDICATOR.test(text))) return text
  return /['\n\t]/.test(text) ? doubleQuoted(text) : `'${text}'`
}

function isPlain(text: string): boolean {
  return STARTS_PLAIN.test(text) && !ENDS_PLAIN.test(text) && !RESERVED.test(text) && !NUMBER_LIKE.test(text)
}

function doubleQuoted(text: string): string {
  const all = new RegExp(UNPRINTABLE, 'gu')
  return JSON.stringify(text).replaceAll(all, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** Whether a text of several lines can stand as a block: all of it printable, and no last line of spaces, on which readers disagree. */
export function fitsBlock(text: string): boolean {
  if (!text.includes('\n') || !/[^\n\s]/.test(text) || /\n[ \t]+\n*$/.test(text)) return false
  return !UNPRINTABLE.test(text.replaceAll(/[\n\t]/g, ''))
}

/** The lines of a block text, its header first. `indent` is the column of its lines. */
export function emitBlockText(text: string, indent: string): string[] {
  const ending = /\n*$/.exec(text)?.[0] ?? ''
  const chomping = ending === '' ? '-' : ending === '\n' ? '' : '+'
  const body = ending === '' ? text : text.slice(0, -1)
  // A reader takes the first line's spaces for the indentation unless it is told.
  const hint = /^\n*[ \t]/.test(text) ? '2' : ''
  return [`|${hint}${chomping}`, ...body.split('\n').map((line) => (line === '' ? '' : indent + line))]
}
