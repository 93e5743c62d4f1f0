import { expect, test } from 'vitest'
import { toVariables } from './theme'
import tokens from './tokens.json'

test('every leaf of a group becomes a variable in kebab case', () => {
  expect(toVariables({ text: { onAccent: 'white' }, border: { width: 1 } }, '--gw-', String)).toEqual({
    '--gw-text-on-accent': 'white',
    '--gw-border-width': '1',
  })
})

/** Relative luminance of "#RRGGBB". Source: WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

test.each(['dark', 'light'] as const)('text reaches 4.5:1 on every surface of the %s theme', (scheme) => {
  const { text, surface } = tokens.color[scheme]
  const pairs = [text.primary, text.secondary, text.muted, text.link].flatMap((ink) =>
    Object.entries(surface).map(([name, ground]) => ({ ink, name, ratio: contrast(ink, ground) })),
  )
  expect(pairs.filter(({ ratio }) => ratio < tokens.contrast.text)).toEqual([])
})
