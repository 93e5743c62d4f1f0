import { expect, test } from 'vitest'
import { nextLayout } from './next-layout'

const BESIDE = { isPanelOpen: true, isStacked: false }
const BELOW = { isPanelOpen: true, isStacked: true }
const NO_PANEL = { isPanelOpen: false, isStacked: false }

test('a wide window goes round three layouts', () => {
  expect([BESIDE, BELOW, NO_PANEL].map((layout) => nextLayout(layout, false))).toEqual([BELOW, NO_PANEL, BESIDE])
})

test('in a narrow window the panel comes and goes', () => {
  expect([BESIDE, NO_PANEL].map((layout) => nextLayout(layout, true))).toEqual([NO_PANEL, BESIDE])
})
