/** A piece of TypeScript: text that is never broken, or parts between an opening and a closing text. */
export type Code = string | CodeGroup

export interface CodeGroup {
  /** As in "new apigateway.CfnMethod(this, 'GetOrders', {". */
  readonly open: string
  readonly items: readonly CodeItem[]
  /** As in "})". */
  readonly close: string
  /** Put a space inside of the brackets on one line, as objects have it. */
  readonly isSpaced: boolean
  /** Never on one line, as the lines of a template. */
  readonly isBroken?: boolean
}

export interface CodeItem {
  /** As in "restApiId: ", or "". */
  readonly label: string
  readonly code: Code
}

const LONGEST_LINE = 110

/** The code as text: a group stands on one line where it fits, else each of its parts on its own, two spaces further in. */
export function codeText(code: Code, indent: string, before = 0, after = 0): string {
  if (typeof code === 'string') return code
  const room = LONGEST_LINE - indent.length - before - after
  const inline = inlineText(code, room)
  if (inline !== null) return inline
  const inner = `${indent}  `
  const lines = code.items.map(
    ({ label, code: part }) => `${inner}${label}${codeText(part, inner, label.length, 1)},\n`,
  )
  return `${code.open}\n${lines.join('')}${indent}${code.close}`
}

/** On one line; null where that takes more than `room` characters. */
function inlineText(code: Code, room: number): string | null {
  if (typeof code === 'string') return code.length <= room ? code : null
  if (code.items.length === 0) return code.open + code.close
  if (code.isBroken) return null
  const parts: string[] = []
  let left = room - code.open.length - code.close.length
  for (const item of code.items) {
    const part = inlineText(item.code, left - item.label.length)
    if (part === null) return null
    parts.push(item.label + part)
    left -= item.label.length + part.length + 2
  }
  const space = code.isSpaced ? ' ' : ''
  return `${code.open}${space}${parts.join(', ')}${space}${code.close}`
}

/** A text as a literal: "a" -> 'a', "'*'" -> "'*'" in double quotes, as it is read more easily. */
export function quoted(text: string): string {
  const escaped = JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
  if (text.includes("'") && !text.includes('"')) return escaped
  return `'${escaped.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** A member's name as an object literal takes it; `__proto__` would not be a member otherwise. */
export function memberName(name: string): string {
  if (name === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)
}

/** Text of several lines as a list of them, so that a template reads as one. */
export function textCode(text: string): Code {
  if (!text.includes('\n')) return quoted(text)
  const items = text.split('\n').map((line) => ({ label: '', code: quoted(line) }))
  return { open: '[', items, close: "].join('\\n')", isSpaced: false, isBroken: true }
}
