import { isRecord } from '../../json-place'

/** What `jq` prints for the filters that scripts use: paths, `[]`, `select(.a == "b")` and pipes; null for any other. */
export function jqOutput(args: readonly string[], input: string): string | null {
  const flags = args.filter((arg) => /^-{1,2}[a-z-]+$/.test(arg))
  const filters = args.filter((arg) => !flags.includes(arg))
  const isRaw = flags.some((flag) => flag === '--raw-output' || /^-[cr]*r[cr]*$/.test(flag))
  const isKnown = flags.every((flag) => flag === '--raw-output' || flag === '--compact-output' || /^-[rc]+$/.test(flag))
  if (!isKnown || filters.length > 1) return null
  const read = parsed(input)
  if (read === undefined) return null
  const found = filtered([read], filters[0] ?? '.')
  return found && found.map((value) => `${printed(value, isRaw, flags)}\n`).join('')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function printed(value: unknown, isRaw: boolean, flags: readonly string[]): string {
  if (isRaw && typeof value === 'string') return value
  const isCompact = flags.some((flag) => flag === '--compact-output' || /^-[cr]*c/.test(flag))
  return JSON.stringify(value, null, isCompact ? 0 : 2)
}

function filtered(values: readonly unknown[], filter: string): unknown[] | null {
  let current: unknown[] = [...values]
  for (const step of filter.split('|')) {
    const next = stepped(current, step.trim())
    if (next === null) return null
    current = next
  }
  return current
}

function stepped(values: readonly unknown[], step: string): unknown[] | null {
  const [, path, operator, wanted] = /^select\(\s*(\.[\w.]+)\s*(==|!=)\s*"([^"]*)"\s*\)$/.exec(step) ?? []
  if (path !== undefined) {
    return values.filter((value) => ((walked([value], path)?.[0] ?? null) === wanted) === (operator === '=='))
  }
  if (step === 'length')
    return values.map((value) => (typeof value === 'string' || Array.isArray(value) ? value.length : 0))
  if (step === 'keys') return values.map((value) => (isRecord(value) ? Object.keys(value).sort() : []))
  return walked(values, step)
}

/** `.items[0].id`, `.items[].name`, `."a-b"`. */
function walked(values: readonly unknown[], path: string): unknown[] | null {
  if (!path.startsWith('.')) return null
  let rest = path === '.' ? '' : path
  let current: unknown[] = [...values]
  while (rest !== '') {
    const [whole, quoted, name, index] = /^(?:\.?"([^"]+)"|\.([A-Za-z_]\w*)|\.?\[(-?\d*)\])\??/.exec(rest) ?? []
    if (whole === undefined) return null
    rest = rest.slice(whole.length)
    const key = quoted ?? name
    if (key !== undefined)
      current = current.map((value) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : null))
    else if (index === '') current = current.flatMap((value) => itemsOf(value))
    else
      current = current.map((value) => (Array.isArray(value) ? ((value.at(Number(index)) as unknown) ?? null) : null))
  }
  return current
}

function itemsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return isRecord(value) ? Object.values(value) : []
}
