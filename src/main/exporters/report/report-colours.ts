/** What the report draws with; the names are those of the window's tokens, and so are the values. */
const LIGHT = {
  window: '#f4f5f7',
  canvas: '#ffffff',
  border: '#d6dbe1',
  text: '#16191d',
  secondary: '#454e59',
  muted: '#5c6672',
  accent: '#2450b8',
  success: '#14693f',
  'success-soft': '#e0f4e9',
  danger: '#af2018',
  'danger-soft': '#fde8e6',
  grid: '#e6e9ed',
  offered: '#454e59',
  served: '#0f5fbe',
  cacheHit: '#0a9a86',
  rejected: '#5e5610',
  denied: '#56205f',
  throttled: '#c47f20',
  error: '#c83c50',
  p50: '#4f99a3',
  p95: '#1b6e79',
  p99: '#083a43',
  s2xx: '#0f5fbe',
  s4xx: '#5e5610',
  s429: '#c47f20',
  s5xx: '#c83c50',
  level1: '#c28108',
  level2: '#7a2c04',
  level3: '#7b704e',
  level4: '#2f221f',
} as const

export type ReportColour = keyof typeof LIGHT

const DARK: { readonly [name in ReportColour]: string } = {
  window: '#131619',
  canvas: '#181b1f',
  border: '#2e353d',
  text: '#e8ebef',
  secondary: '#b0b8c2',
  muted: '#8b95a1',
  accent: '#8fb4ff',
  success: '#5ccb96',
  'success-soft': '#14291f',
  danger: '#ff8b80',
  'danger-soft': '#341a1a',
  grid: '#262c33',
  offered: '#b0b8c2',
  served: '#4176c4',
  cacheHit: '#66c2a8',
  rejected: '#eceba4',
  denied: '#dda6ee',
  throttled: '#f28e1c',
  error: '#d23350',
  p50: '#3e8e99',
  p95: '#63c2cc',
  p99: '#c4f1f4',
  s2xx: '#4176c4',
  s4xx: '#eceba4',
  s429: '#f28e1c',
  s5xx: '#d23350',
  level1: '#f2a01e',
  level2: '#c04e14',
  level3: '#eee9be',
  level4: '#94807c',
}

/** Both themes as custom properties: "--served: ...". */
export function colourRules(): string {
  const properties = (palette: { readonly [name in ReportColour]: string }): string =>
    Object.entries(palette)
      .map(([name, value]) => `--${name}:${value}`)
      .join(';')
  return (
    `:root{color-scheme:light dark;${properties(LIGHT)}}` +
    `@media (prefers-color-scheme:dark){:root{${properties(DARK)}}}` +
    // Paper is white.
    `@media print{:root{${properties(LIGHT)}}}`
  )
}
