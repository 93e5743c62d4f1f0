import { isRecord } from '../../json-place'

/** What the command line prints of a value: JSON, or with `--output text` the bare values, with tabs between those of a line. */
export function outputText(value: unknown, format: string): string {
  if (format === 'text') return textOf(value)
  return value === null && format === 'json' ? 'null\n' : `${JSON.stringify(value, null, 4) ?? ''}\n`
}

function textOf(value: unknown): string {
  if (!Array.isArray(value) && !isRecord(value)) return `${scalar(value)}\n`
  return lines(value)
    .map((line) => `${line}\n`)
    .join('')
}

function lines(value: unknown): string[] {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    if (items.every((item) => !Array.isArray(item) && !isRecord(item))) return [items.map(scalar).join('\t')]
    return items.flatMap(lines)
  }
  if (!isRecord(value)) return [scalar(value)]
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  const own = entries.filter(([, item]) => !Array.isArray(item) && !isRecord(item)).map(([, item]) => scalar(item))
  const inner = entries.flatMap(([name, item]) => {
    if (!Array.isArray(item) && !isRecord(item)) return []
    return lines(item).map((line) => `${name.toUpperCase()}\t${line}`)
  })
  return [...(own.length > 0 ? [own.join('\t')] : []), ...inner]
}

function scalar(value: unknown): string {
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  return String(value)
}
