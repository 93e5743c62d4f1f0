import type { AttributeMap, AttributeValue } from './attribute-value'

/** The way to a value within an item: names and places in lists, beginning with an attribute. ["order", "lines", 0]. */
export type DocumentPath = readonly [string, ...(readonly (string | number)[])]

/** "order.lines[0]". */
export function pathText(path: DocumentPath): string {
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('')
}

/** Undefined where the way ends before. */
export function valueAt(item: AttributeMap, path: DocumentPath): AttributeValue | undefined {
  const [first, ...rest] = path
  let value = item.get(first)
  for (const step of rest) {
    if (value === undefined) return undefined
    if (typeof step === 'number') value = value.type === 'L' ? value.value[step] : undefined
    else value = value.type === 'M' ? value.value.get(step) : undefined
  }
  return value
}

/** Whether one way leads through the other's end. */
export function pathsOverlap(a: DocumentPath, b: DocumentPath): boolean {
  const shorter = Math.min(a.length, b.length)
  return a.slice(0, shorter).every((step, at) => step === b[at])
}
