import { expect, it } from 'vitest'
import { OUTCOMES } from '@shared/outcome'
import { EXPORTS, whyNotExport } from './export-formats'
import { choiceOf, foundWords, outcomesOf, withRange } from './request-filter'
import { editorProblems, problemsOfScenario, textState } from './text-problems'

it('takes a family of outcomes for all of its names, and back', () => {
  expect(outcomesOf('')).toBe(undefined)
  expect(outcomesOf('cacheHit')).toEqual(['CACHED'])
  expect(outcomesOf('rejected')).toEqual(['BAD_REQUEST_PARAMETERS', 'BAD_REQUEST_BODY'])
  expect(['', 'rejected', 'throttled', 'BLOCKED'].map((choice) => choiceOf(outcomesOf(choice)))).toEqual([
    '',
    'rejected',
    'throttled',
    'BLOCKED',
  ])
  expect(OUTCOMES.every((name) => choiceOf(outcomesOf(name)) === name)).toBe(true)
})

it('puts a stretch of time into a filter and takes it out again', () => {
  const filter = { routeKey: 'GET /a' }
  const within = withRange(filter, { fromMs: 1000, toMs: 2000 })
  expect(within).toEqual({ routeKey: 'GET /a', fromMs: 1000, toMs: 2000 })
  expect(withRange(within, null)).toEqual(filter)
})

it('says how many requests are listed of how many', () => {
  expect([foundWords(0, 0), foundWords(1, 1), foundWords(7, 7), foundWords(1000, 9712)]).toEqual([
    'No request matches.',
    '1 matches. Choose one to see why.',
    '7 match. Choose one to see why.',
    'The first 1,000 of 9,712 that match. Choose one to see why.',
  ])
})

it('makes files of results only when a run is over, and of scenarios once there is a run', () => {
  const reasons = (phase: Parameters<typeof whyNotExport>[1]) =>
    EXPORTS.filter((choice) => whyNotExport(choice, phase) === null).map(({ format }) => format)
  expect([reasons('idle'), reasons('paused'), reasons('done').length]).toEqual([[], ['K6', 'ARTILLERY'], 6])
})

it('marks problems of a text from their place to the end of the line', () => {
  const text = 'name: Rush\nseed: x\n'
  const problem = { code: 'scenario/x', severity: 'error', message: 'Not a number', pointer: '/seed' } as const
  expect(editorProblems(text, [{ ...problem, range: { line: 2, column: 7 } }, problem])).toEqual([
    { message: 'Not a number', severity: 'error', range: { start: 17, end: 18 } },
  ])
  const ofDesign = [
    { ...problem, pointer: '/scenarios/1/seed' },
    { ...problem, pointer: '/scenarios/10' },
  ]
  expect(problemsOfScenario(ofDesign, '/scenarios/1').map(({ pointer }) => pointer)).toEqual(['/seed'])
  expect([textState(true, 0), textState(true, 1), textState(false, 2), textState(false, 0)]).toEqual([
    'Applied',
    'Applied, 1 problem',
    '2 problems, not applied',
    'Reading …',
  ])
})
