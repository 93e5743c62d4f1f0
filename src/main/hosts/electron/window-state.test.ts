import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fitWindowState, readWindowState, writeWindowState } from './window-state'

const first = { width: 1440, height: 900, isMaximized: false }
const screens = [
  { x: 0, y: 0, width: 1920, height: 1080 },
  { x: 1920, y: 0, width: 1280, height: 720 },
]

describe('fitWindowState', () => {
  test('gives a window back its place, on any of the screens', () => {
    const state = { width: 1000, height: 700, position: { x: 2000, y: 10 }, isMaximized: true }
    expect(fitWindowState(state, screens)).toEqual(state)
  })

  test.each([
    ['beyond every screen', { x: 4000, y: 0 }],
    ['above the screen, where its title bar cannot be reached', { x: 0, y: -50 }],
    ['with only a sliver on a screen', { x: -950, y: 0 }],
  ])('lets the system place a window that was %s', (_, position) => {
    expect(fitWindowState({ width: 1000, height: 700, position, isMaximized: false }, screens)).toEqual({
      width: 1000,
      height: 700,
      isMaximized: false,
    })
  })

  test('fits a window into a screen that has become smaller, and never below the smallest window', () => {
    const position = { x: 1920, y: 0 }
    const sizes = [
      { width: 3000, height: 2000 },
      { width: 10, height: 10 },
    ].map((size) => fitWindowState({ ...size, position, isMaximized: false }, screens))
    expect(sizes.map(({ width, height }) => [width, height])).toEqual([
      [1280, 720],
      [800, 560],
    ])
  })

  test.each([
    null,
    7,
    {},
    [],
    { width: '1', height: 2, isMaximized: false },
    { ...first, width: Number.NaN },
    { ...first, position: 1 },
  ])('takes %j for absent', (stored) => {
    expect(fitWindowState(stored, screens)).toEqual(first)
  })
})

describe('the file', () => {
  let folder = ''
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'gatewright-window-state-'))))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('gives back what was written, its folder made when missing', () => {
    const file = join(folder, 'deep/window.json')
    const state = { ...first, position: { x: 1, y: 2 } }
    writeWindowState(file, state)
    expect(readWindowState(file)).toEqual(state)
  })

  test('counts as absent when it is broken or missing', () => {
    const file = join(folder, 'broken.json')
    writeFileSync(file, '{"width":')
    expect([readWindowState(file), readWindowState(join(folder, 'missing.json'))]).toEqual([null, null])
  })

  test('that cannot be written does not keep a window from closing', () => {
    const file = join(folder, 'broken.json/below-a-file')
    expect(() => writeWindowState(file, first)).not.toThrow()
  })
})
