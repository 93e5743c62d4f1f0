import { expect, it } from 'vitest'
import { alarmProblems } from './alarm-problems'
import { guideAlarms } from './guide-alarms'

const [GOOD] = guideAlarms({ protocolType: 'REST', id: 'a1', name: 'Orders' }, 'prod')
const members = (patch: object): string[] => alarmProblems({ ...GOOD, ...patch }).map(({ member }) => member)

it('takes periods of 10, 30 and whole minutes, up to a day altogether', () => {
  expect([10, 30, 60, 3600].map((period) => members({ period }))).toEqual([[], [], [], []])
  expect([0, 20, 90, -60, Number.NaN].map((period) => members({ period }))).toEqual(
    ['period', 'period', 'period', 'period', 'period'].map((member) => [member]),
  )
  expect(members({ period: 3600, evaluationPeriods: 24 })).toEqual([])
  expect(members({ period: 3600, evaluationPeriods: 25 })).toEqual(['evaluationPeriods'])
})

it('wants some of the periods to breach', () => {
  expect([1, 2].map((datapointsToAlarm) => members({ datapointsToAlarm }))).toEqual([[], []])
  expect([0, 3, 1.5].map((datapointsToAlarm) => members({ datapointsToAlarm }))).toEqual(
    [0, 1, 2].map(() => ['datapointsToAlarm']),
  )
})

it('names everything that is wrong, not the first', () => {
  const actions = Array<string>(6).fill('arn:aws:sns:us-east-1:123456789012:t')
  const dimensions = Object.fromEntries(Array.from({ length: 31 }, (_, index) => [`d${index}`, 'x']))
  expect(
    members({
      evaluationPeriods: 0,
      statistic: 'most',
      threshold: Number.NaN,
      comparisonOperator: '>',
      treatMissingData: 'guess',
      dimensions,
      alarmActions: actions,
      okActions: actions.slice(1),
    }),
  ).toEqual([
    'evaluationPeriods',
    'statistic',
    'threshold',
    'comparisonOperator',
    'treatMissingData',
    'dimensions',
    'alarmActions',
  ])
})
