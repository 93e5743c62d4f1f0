import { expect, it } from 'vitest'
import { OBSERVABILITY_SUITE } from '../observability'
import { playAlarm } from './play-alarm'

const play = (given: object, expected: object) => playAlarm({ id: 'x', given, expect: expected })
const GIVEN = { evaluationPeriods: 2, datapointsToAlarm: 2, evaluationRange: 4, points: '- - X -', legend: 'any' }

it('passes where every treatment leads to the expected state', () => {
  expect(play(GIVEN, { missing: 'ALARM', ignore: 'RETAIN', breaching: 'ALARM', notBreaching: 'OK' })).toEqual({
    id: 'x',
    outcome: 'passed',
  })
})

it('names the treatments that lead elsewhere', () => {
  expect(play(GIVEN, { missing: 'OK', ignore: 'RETAIN', notBreaching: 'ALARM' })).toEqual({
    id: 'x',
    outcome: 'failed',
    message: 'missing: expected OK, found ALARM; notBreaching: expected ALARM, found OK',
  })
})

it('skips what it does not understand', () => {
  const cases = [
    play({ ...GIVEN, weather: 'fine' }, { missing: 'OK' }),
    play({ ...GIVEN, points: '0 ? X' }, { missing: 'OK' }),
    play({ ...GIVEN, evaluationPeriods: 'two' }, { missing: 'OK' }),
    play(GIVEN, { sometimes: 'OK' }),
    play(GIVEN, {}),
  ]
  expect(cases.map(({ outcome, message }) => `${outcome}: ${message?.slice(0, 40)}`)).toEqual([
    'skipped: "weather" cannot be played',
    'skipped: {"evaluationPeriods":2,"datapointsToAlar',
    'skipped: {"evaluationPeriods":"two","datapointsTo',
    'skipped: the expectation "sometimes" cannot be ju',
    'skipped: nothing is expected',
  ])
})

it('is part of the suite of the folder', () => {
  const content = { id: 'alarm-1', area: 'alarm-evaluation', given: GIVEN, expect: { missing: 'ALARM' } }
  const folder = { files: ['alarm-1.json'], text: () => '', json: () => content }
  expect(OBSERVABILITY_SUITE.play(folder)).toEqual([{ id: 'alarm-1', outcome: 'passed' }])
})
