export type PaletteGroup = 'routes' | 'settings' | 'commands' | 'scenarios' | 'lessons'

export const GROUP_LABELS: { readonly [group in PaletteGroup]: string } = {
  routes: 'Routes',
  settings: 'Settings',
  commands: 'Commands',
  scenarios: 'Scenarios',
  lessons: 'Lessons',
}

const PREFIXES: { readonly [prefix: string]: PaletteGroup } = {
  '>': 'commands',
  '/': 'routes',
  '#': 'settings',
  '?': 'lessons',
}

/** "> deploy" -> only commands, "deploy". */
export function readQuery(text: string): { readonly group: PaletteGroup | null; readonly query: string } {
  const group = PREFIXES[text.charAt(0)]
  return group === undefined ? { group: null, query: text } : { group, query: text.slice(1) }
}

/** The rows in groups: the group of the best row first, each group's rows in their order. */
export function groupRows<Row extends { readonly group: PaletteGroup }>(
  rows: readonly Row[],
): { group: PaletteGroup; rows: Row[] }[] {
  const groups = [...new Set(rows.map((row) => row.group))]
  return groups.map((group) => ({ group, rows: rows.filter((row) => row.group === group) }))
}
