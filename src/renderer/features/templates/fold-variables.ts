import type { TemplateStep, TemplateValue } from '@shared/contract/template'

/** A variable as it stands at one step of a recording. */
export interface VariableRow {
  /** "$item", or a reference such as "$item.unitPrice" when it is what the step evaluated. */
  readonly name: string
  readonly type: string
  /** Entries, items or characters; null for other types. */
  readonly size: number | null
  readonly text: string
  /** It got this value by the step itself. */
  readonly isChanged: boolean
  /** A reference without a value. */
  readonly isMissing: boolean
}

/** The variables after the first `upTo + 1` steps, in the order in which they were first set, and what that step evaluated. */
export function foldVariables(steps: readonly TemplateStep[], upTo: number): VariableRow[] {
  const values = new Map<string, TemplateValue>()
  for (const step of steps.slice(0, upTo + 1)) {
    for (const { name, value } of step.changes ?? []) {
      if (value === null) values.delete(name)
      else values.set(name, value)
    }
  }
  const step = steps[upTo]
  const changed = new Set(step?.changes?.map((change) => change.name))
  const rows = [...values].map(([name, value]) => rowOf(`$${name}`, value, changed.has(name)))
  return step?.kind === 'reference' ? withReference(rows, step) : rows
}

/** The reference under the cursor stands below the variable it begins with, or first when it begins with none; unless it is one itself. */
function withReference(rows: readonly VariableRow[], { name, value }: TemplateStep): VariableRow[] {
  if (name === undefined || value === undefined) return [...rows]
  const plain = plainReference(name)
  if (rows.some((row) => row.name === plain)) return [...rows]
  const root = /^\$[\w-]+/.exec(plain)?.[0]
  return rows.toSpliced(rows.findIndex((row) => row.name === root) + 1, 0, rowOf(plain, value, false))
}

/** "$!{item.price}" -> "$item.price". */
export function plainReference(name: string): string {
  const inner = name.replace(/^\$!?/, '')
  const isBraced = inner.startsWith('{') && inner.endsWith('}')
  return `$${isBraced ? inner.slice(1, -1) : inner}`
}

function rowOf(name: string, value: TemplateValue, isChanged: boolean): VariableRow {
  const isMissing = value.type === 'missing'
  return {
    name,
    type: value.type,
    size: value.size ?? null,
    text: isMissing ? 'prints nothing, equals ""' : value.text,
    isChanged,
    isMissing,
  }
}
