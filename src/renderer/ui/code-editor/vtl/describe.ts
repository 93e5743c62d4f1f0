import type { ReferenceEntry } from '@shared/templates/reference-entry'
import type { Shape, ValueShape } from './shape'

const MAX_EXAMPLE = 60

/** "Map, 4 members", "String", "Integer". */
export function typeText(shape: Shape): string {
  if (shape.kind !== 'value') return 'Map'
  const [first] = shape.samples
  if (Array.isArray(first)) return `${shape.type}, ${counted(first.length, 'item')}`
  if (shape.type === 'Map' && typeof first === 'object' && first !== null)
    return `Map, ${counted(Object.keys(first).length, 'member')}`
  return shape.type
}

/** What an entry of the reference says, as paragraphs. */
export function entryText({ doc, missing, caution }: ReferenceEntry): string[] {
  return [doc, ...(missing === undefined ? [] : [missing]), ...(caution === undefined ? [] : [`Note: ${caution}`])]
}

/** What the sample tells of a value: an example, and that it is not everywhere. */
export function sampleText({ samples, places }: ValueShape): string[] {
  const example = samples.find((sample) => sample !== null)
  const texts = example === undefined ? [] : [`In this event: ${shortJson(example)}`]
  if (samples.length < places) texts.push(`Missing in ${places - samples.length} of ${places} places.`)
  else if (samples.includes(null)) texts.push('It may be null.')
  return texts
}

function shortJson(value: unknown): string {
  const text = JSON.stringify(value) ?? ''
  return text.length > MAX_EXAMPLE ? `${text.slice(0, MAX_EXAMPLE)}…` : text
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
