import { expect, test } from 'vitest'
import tokens from '../theme/tokens.json'
import { editorTheme } from './editor-theme'

/** Relative luminance of "RRGGBB". Source: WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [0, 2, 4]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((channel) => (channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

test.each(['dark', 'light'] as const)('every kind of text can be read on every line of the %s theme', (scheme) => {
  const { surface, status, accent } = tokens.color[scheme]
  const grounds = {
    canvas: surface.canvas,
    current: surface.hover,
    linked: accent.soft,
    added: status.success.soft,
    removed: status.danger.soft,
  }
  const faint = editorTheme(scheme).rules.flatMap(({ token, foreground = '' }) =>
    Object.entries(grounds)
      .filter(([, ground]) => contrast(foreground, ground.slice(1)) < tokens.contrast.text)
      .map(([name]) => `${token} on ${name}`),
  )
  expect(faint).toEqual([])
})

test('every colour is written as Monaco reads it', () => {
  const colours = (['dark', 'light'] as const).flatMap((scheme) => Object.values(editorTheme(scheme).colors))
  expect(colours.filter((colour) => !/^#[0-9a-f]{6}([0-9a-f]{2})?$/i.test(colour))).toEqual([])
})
