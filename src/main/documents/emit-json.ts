import { isWritableList, isWritableMap, writableMembers, type WritableValue } from './writable-value'

/** A whole document as JSON, two spaces a level, ending in a line break. */
export function emitJson(value: WritableValue): string {
  return `${valueText(value, '')}\n`
}

function valueText(value: WritableValue, indent: string): string {
  const inner = `${indent}  `
  if (isWritableList(value)) {
    return bracketed(
      '[',
      ']',
      indent,
      value.map((item) => inner + valueText(item, inner)),
    )
  }
  if (!isWritableMap(value)) return JSON.stringify(value)
  const members = writableMembers(value).map(
    ([name, member]) => `${inner}${JSON.stringify(name)}: ${valueText(member, inner)}`,
  )
  return bracketed('{', '}', indent, members)
}

function bracketed(opening: string, closing: string, indent: string, lines: readonly string[]): string {
  return lines.length === 0 ? opening + closing : `${opening}\n${lines.join(',\n')}\n${indent}${closing}`
}
