import { describe, expect, test } from 'vitest'
import { SOURCE, STEPS } from './recording.fixture'
import { nextStop, previousStop, stepAtOutput, stepAtSource, stopOnLine } from './step-at'

describe('stepping', () => {
  test('begins at the first step', () => {
    expect(nextStop(STEPS, null)).toBe(0)
  })

  test('passes over plain text in both directions', () => {
    expect([nextStop(STEPS, 0), previousStop(STEPS, 2)]).toEqual([2, 0])
  })

  test('goes back from the end', () => {
    expect(previousStop(STEPS, null)).toBe(9)
  })

  test('ends before the first and after the last step', () => {
    expect([previousStop(STEPS, 0), nextStop(STEPS, 9)]).toEqual([null, null])
  })
})

describe('running to a line', () => {
  test('finds its first turn, then its second', () => {
    const first = stopOnLine(STEPS, 4, null)
    expect([first, stopOnLine(STEPS, 4, first)]).toEqual([6, 9])
  })

  test('begins from the top when the line does not come again', () => {
    expect(stopOnLine(STEPS, 1, 6)).toBe(0)
  })

  test('gives null for a line that never runs', () => {
    expect(stopOnLine(STEPS, 6, null)).toBeNull()
  })
})

describe('links between output and template', () => {
  test('the smallest step that wrote a character, not the loop around it', () => {
    expect([6, 9, 14, 18].map((offset) => stepAtOutput(STEPS, offset))).toEqual([2, 5, 8, 10])
  })

  test('nothing wrote what lies outside of the output', () => {
    expect(stepAtOutput(STEPS, 500)).toBeNull()
  })

  test('a place of the template leads to the turn nearest to where stepping stands', () => {
    const offset = SOURCE.indexOf('"x"')
    expect([stepAtSource(STEPS, offset, 4), stepAtSource(STEPS, offset, 9)]).toEqual([5, 8])
  })

  test('a place that wrote nothing leads nowhere', () => {
    expect(stepAtSource(STEPS, SOURCE.indexOf('#set'), null)).toBeNull()
  })
})
