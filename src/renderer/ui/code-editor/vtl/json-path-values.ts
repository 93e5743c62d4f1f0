/** What a JSONPath finds in a sample. */
export interface PathResult {
  /** What it may give: one value, or what each item gives. */
  readonly values: readonly unknown[]
  /** Whether the service gives a list of them. */
  readonly isIndefinite: boolean
}

type Step = { readonly name: string } | { readonly index: number } | 'all'

const NAME = /\.([^.[\](){}\s'"*?@]+)/y
const QUOTED = /\[\s*(?:''|['"])((?:[^'"\]])+)(?:''|['"])\s*\]/y
const INDEX = /\[\s*(-?\d{1,6})\s*\]/y
const ALL = /\.\*|\[\s*\*\s*\]|\[[\d\s,:-]+\]|\[\?\([^\]]*\)\]/y
const MAX_STEPS = 40
/** How many items of a list stand for all. */
const MAX_VALUES = 50

/** What a path finds, or null for one that is not understood here (`..`, functions). Missing members find nothing. */
export function valuesAt(sample: unknown, path: string): PathResult | null {
  const steps = stepsOf(path.trim())
  if (steps === null || sample === undefined) return null
  const values = steps.reduce<readonly unknown[]>(
    (found, step) => found.flatMap((value) => take(value, step)).slice(0, MAX_VALUES),
    [sample],
  )
  return { values, isIndefinite: steps.includes('all') }
}

function stepsOf(path: string): Step[] | null {
  const steps: Step[] = []
  let at = path.startsWith('$') ? 1 : 0
  // A path may leave "$." out.
  const text = at === 1 || path === '' || path.startsWith('[') ? path : `.${path}`
  while (at < text.length) {
    const found = stepAt(text, at)
    if (found === null || steps.length >= MAX_STEPS) return null
    steps.push(found.step)
    at = found.end
  }
  return steps
}

function stepAt(text: string, at: number): { step: Step; end: number } | null {
  for (const pattern of [NAME, QUOTED, INDEX, ALL]) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null) continue
    const [, part = ''] = match
    const step: Step = pattern === ALL ? 'all' : pattern === INDEX ? { index: Number(part) } : { name: part }
    return { step, end: pattern.lastIndex }
  }
  return null
}

function take(value: unknown, step: Step): readonly unknown[] {
  if (step === 'all') return itemsOf(value)
  if ('index' in step) {
    const item: unknown = Array.isArray(value) ? value.at(step.index) : undefined
    return item === undefined ? [] : [item]
  }
  return hasField(value, step.name) ? [value[step.name]] : []
}

/** The items of a list, or the values of an object; the first of them. */
export function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.slice(0, MAX_VALUES) as unknown[]
  return isFields(value) ? Object.values(value).slice(0, MAX_VALUES) : []
}

export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function hasField(value: unknown, name: string): value is Readonly<Record<string, unknown>> {
  return isFields(value) && Object.hasOwn(value, name)
}
