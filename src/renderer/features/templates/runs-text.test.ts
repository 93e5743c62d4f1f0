import { expect, test } from 'vitest'
import { runsText } from './runs-text'

test.each([
  [0, ''],
  [1, '1x'],
  [9999, '9999x'],
  [66_300, '66kx'],
  [662_964, '662kx'],
  [12_000_000, '12Mx'],
])('%i runs are written %j', (runs, text) => {
  expect(runsText(runs)).toBe(text)
})
