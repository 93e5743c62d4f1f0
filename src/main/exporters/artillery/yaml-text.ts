/** Characters of a line of short values. */
const LINE = 100

/** What a YAML document of ours is made of. Members that are undefined are left out. */
export type YamlValue =
  string | number | boolean | readonly YamlValue[] | { readonly [name: string]: YamlValue | undefined }

/**
 * Block style, every text in double quotes: no text can be taken for anything else. JSON's escapes are YAML's. Source: YAML 1.2.2,
 * 5.7 "Escaped characters".
 */
export function yamlText(value: { readonly [name: string]: YamlValue | undefined }): string {
  return `${blockLines(value).join('\n')}\n`
}

function blockLines(value: YamlValue): string[] {
  if (Array.isArray(value)) return (value as readonly YamlValue[]).flatMap(itemLines)
  if (typeof value !== 'object') return [scalarText(value)]
  return Object.entries(value as { readonly [name: string]: YamlValue | undefined }).flatMap(([name, member]) =>
    member === undefined ? [] : memberLines(keyText(name), member),
  )
}

function itemLines(item: YamlValue): string[] {
  if (isInline(item)) return [`- ${inlineText(item)}`]
  const [first = '', ...others] = blockLines(item)
  return [`- ${first}`, ...others.map((line) => `  ${line}`)]
}

function memberLines(key: string, member: YamlValue): string[] {
  if (isInline(member)) return [`${key}: ${inlineText(member)}`]
  if (Array.isArray(member) && member.every((item) => typeof item !== 'object'))
    return [`${key}: [`, ...foldedLines(member)]
  return [`${key}:`, ...blockLines(member).map((line) => `  ${line}`)]
}

/** Scalars, empty containers, and lists of scalars that fit a line. */
function isInline(value: YamlValue): boolean {
  if (typeof value !== 'object') return true
  if (!Array.isArray(value)) return Object.keys(value).length === 0
  return (value as readonly YamlValue[]).every((item) => typeof item !== 'object') && inlineText(value).length < LINE
}

/** A long list of scalars, many on a line; the bracket that opens it stands before. */
function foldedLines(items: readonly YamlValue[]): string[] {
  const lines = ['']
  for (const [index, item] of items.entries()) {
    const text = `${inlineText(item)}${index === items.length - 1 ? ']' : ','}`
    const line = lines.at(-1)!
    if (line.length + text.length < LINE) lines[lines.length - 1] = line === '' ? text : `${line} ${text}`
    else lines.push(text)
  }
  return lines.map((line) => `  ${line}`)
}

function inlineText(value: YamlValue): string {
  if (Array.isArray(value)) return `[${(value as readonly YamlValue[]).map(inlineText).join(', ')}]`
  return typeof value === 'object' ? '{}' : scalarText(value)
}

function scalarText(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value)
  return JSON.stringify(value).replaceAll(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped)
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** Plain where nothing could read it as anything but a name. */
function keyText(name: string): string {
  const isPlain = /^[A-Za-z_][\w-]*$/.test(name) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(name)
  return isPlain ? name : scalarText(name)
}
