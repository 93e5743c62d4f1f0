import { describe, expect, test } from 'vitest'
import { DEFAULT_DAYS, DEFAULT_HOURS, type TrafficShape } from '../scenario'
import { changedDesign, expectedOf, foundIn, type BrokenDesign } from './broken-design.fixture'
import { checkDesign } from './check-design'

const SHAPE = '/scenarios/0/sources/0/shape'
const LABEL = 'Traffic source shoppers'

function shaped(shape: object): BrokenDesign['set'] {
  return { [SHAPE]: shape }
}

const users = { type: 'CLOSED_LOOP', users: 5, thinkTime: { distribution: 'EXPONENTIAL', meanMs: 1000 } } as const
const spike = { type: 'SPIKE', ratePerSecond: 5, peakRatePerSecond: 50, at: 10 } as const

const CASES: readonly BrokenDesign[] = [
  {
    name: 'no steps',
    set: shaped({ type: 'STEPS', steps: [] }),
    code: 'scenario/steps-invalid',
    pointer: `${SHAPE}/steps`,
    message: `${LABEL} has no steps, so it sends nothing. Add one with at and ratePerSecond.`,
  },
  {
    name: 'steps out of order',
    set: shaped({
      type: 'STEPS',
      steps: [
        { at: 10, ratePerSecond: 5 },
        { at: 10, ratePerSecond: 9 },
      ],
    }),
    code: 'scenario/steps-invalid',
    pointer: `${SHAPE}/steps/1/at`,
    message: `${LABEL}: step 2 is at 10 s, not after the one before, at 10 s. Sort the steps.`,
  },
  {
    name: 'a step of a negative rate',
    set: shaped({ type: 'STEPS', steps: [{ at: 0, ratePerSecond: -5 }] }),
    code: 'scenario/rate-invalid',
    pointer: `${SHAPE}/steps/0/ratePerSecond`,
    message: `${LABEL}, step 1: ratePerSecond is -5. Give a number of requests per second, 0 or more.`,
  },
  {
    name: 'a step before the run',
    set: shaped({ type: 'STEPS', steps: [{ at: -1, ratePerSecond: 5 }] }),
    code: 'scenario/range-invalid',
    pointer: `${SHAPE}/steps/0/at`,
    message: `${LABEL}, step 1: at is -1. Give a number of seconds, 0 or more.`,
  },
  {
    name: 'a spike of a negative height',
    set: shaped({ ...spike, peakRatePerSecond: -1 }),
    code: 'scenario/rate-invalid',
    pointer: `${SHAPE}/peakRatePerSecond`,
    message: `${LABEL}: peakRatePerSecond is -1. Give a number of requests per second, 0 or more.`,
  },
  {
    name: 'a spike that falls backwards',
    set: shaped({ ...spike, fallInSeconds: -1 }),
    code: 'scenario/range-invalid',
    pointer: `${SHAPE}/fallInSeconds`,
    message: `${LABEL}: fallInSeconds is -1. Give a number of seconds, 0 or more.`,
  },
  {
    name: 'a day of 23 hours',
    set: shaped({ type: 'DAILY', ratePerSecond: 5, hours: DEFAULT_HOURS.slice(1) }),
    code: 'scenario/hours-invalid',
    pointer: `${SHAPE}/hours`,
    message: `${LABEL}: hours has 23 weights. Give 24, from midnight UTC.`,
  },
  {
    name: 'an hour of less than nothing',
    set: shaped({ type: 'DAILY', ratePerSecond: 5, hours: DEFAULT_HOURS.with(3, -1) }),
    code: 'scenario/hours-invalid',
    pointer: `${SHAPE}/hours/3`,
    message: `${LABEL}: weight 4 of hours is -1. Give 0 or more.`,
  },
  {
    name: 'a day on which nothing happens',
    set: shaped({ type: 'WEEKLY', ratePerSecond: 5, hours: DEFAULT_HOURS.map(() => 0) }),
    code: 'scenario/hours-invalid',
    pointer: `${SHAPE}/hours`,
    message: `${LABEL}: every weight of hours is 0, so nothing is ever sent. Give one of them more.`,
  },
  {
    name: 'a week of eight days',
    set: shaped({ type: 'WEEKLY', ratePerSecond: 5, days: [...DEFAULT_DAYS, 1] }),
    code: 'scenario/hours-invalid',
    pointer: `${SHAPE}/days`,
    message: `${LABEL}: days has 8 weights. Give 7, from Monday.`,
  },
  {
    name: 'a day without a rate',
    set: shaped({ type: 'DAILY', ratePerSecond: Number.NaN }),
    code: 'scenario/rate-invalid',
    pointer: `${SHAPE}/ratePerSecond`,
    message: `${LABEL}: ratePerSecond is NaN. Give a number of requests per second, 0 or more.`,
  },
  {
    name: 'no users',
    set: shaped({ ...users, users: 0 }),
    code: 'scenario/rate-invalid',
    pointer: `${SHAPE}/users`,
    message: `${LABEL}: users is 0. Give a whole number from 1 to 1,000,000.`,
  },
  {
    name: 'more users than there is memory for',
    set: shaped({ ...users, users: 1_000_001 }),
    code: 'scenario/rate-invalid',
    pointer: `${SHAPE}/users`,
    message: `${LABEL}: users is 1000001. Give a whole number from 1 to 1,000,000.`,
  },
  {
    name: 'users who never stop to think',
    set: shaped({ ...users, thinkTime: { distribution: 'UNIFORM', minMs: 0, maxMs: 0 } }),
    code: 'scenario/latency-invalid',
    pointer: `${SHAPE}/thinkTime`,
    message: `${LABEL}: users think 0 ms on average. Give them 1 ms or more.`,
  },
  {
    name: 'users who think backwards',
    set: shaped({ ...users, thinkTime: { distribution: 'EXPONENTIAL', meanMs: -1 } }),
    code: 'scenario/latency-invalid',
    pointer: `${SHAPE}/thinkTime/meanMs`,
    message: `${LABEL}, thinkTime: meanMs is -1. Give 0 or more.`,
  },
  {
    name: 'users who leave before they come',
    set: shaped({ ...users, from: 5, to: 4 }),
    code: 'scenario/range-invalid',
    pointer: `${SHAPE}/to`,
    message: `${LABEL} ends at 4 s, before it begins at 5 s. Give a later end.`,
  },
  {
    name: 'users who begin backwards',
    set: shaped({ ...users, rampUpInSeconds: -1 }),
    code: 'scenario/range-invalid',
    pointer: `${SHAPE}/rampUpInSeconds`,
    message: `${LABEL}: rampUpInSeconds is -1. Give a number of seconds, 0 or more.`,
  },
  {
    name: 'a log in a format that there is not',
    set: shaped({ type: 'REPLAY', file: 'a.xml', format: 'XML' }),
    code: 'scenario/replay-invalid',
    pointer: `${SHAPE}/format`,
    message: `${LABEL}: format XML is not known. Choose JSON, CLF, CSV, or leave it out.`,
  },
  {
    name: 'a log that stands still',
    set: shaped({ type: 'REPLAY', file: 'a.log', speed: 0 }),
    code: 'scenario/replay-invalid',
    pointer: `${SHAPE}/speed`,
    message: `${LABEL}: speed is 0. Give a number above 0, as in 2 for half the time, or leave it out.`,
  },
]

describe('checks of traffic shapes', () => {
  test.each(CASES)('report $name', (broken) => {
    expect(foundIn(broken)).toEqual(expectedOf(broken))
  })

  test.each(['', ' ', '/var/log/a', '../a', 'logs/../../a', 'C:\\a', 'c:a', '\\\\server\\a', '..\\a', 'a\0'])(
    'report a log outside of the project: %j',
    (file) => {
      const message =
        `${LABEL}: "${file}" is no file below the project’s. Put the log into the project’s folder and write its path from there, ` +
        'as in logs/monday.jsonl.'
      expect(checkDesign(changedDesign(shaped({ type: 'REPLAY', file })))).toEqual([
        { code: 'scenario/replay-invalid', severity: 'error', message, pointer: `${SHAPE}/file` },
      ])
    },
  )

  test.each<TrafficShape>([
    {
      type: 'STEPS',
      steps: [
        { at: 0, ratePerSecond: 0 },
        { at: 5, ratePerSecond: 100 },
      ],
    },
    { ...spike, riseInSeconds: 1, holdInSeconds: 2, fallInSeconds: 3 },
    spike,
    { type: 'DAILY', ratePerSecond: 5 },
    { type: 'WEEKLY', ratePerSecond: 5, hours: DEFAULT_HOURS, days: DEFAULT_DAYS },
    { ...users, rampUpInSeconds: 10, from: 5, to: 50 },
    { type: 'REPLAY', file: 'logs/../other/..a/monday.jsonl', format: 'JSON', speed: 0.5 },
    { type: 'REPLAY', file: '..log' },
  ])('take $type', (shape) => {
    expect(checkDesign(changedDesign(shaped(shape)))).toEqual([])
  })

  test('take a log without routes, and no other source without', () => {
    const set = { '/scenarios/0/sources/0/routes': {} }
    expect(checkDesign(changedDesign({ ...set, ...shaped({ type: 'REPLAY', file: 'a.log' }) }))).toEqual([])
    expect(checkDesign(changedDesign(set)).map(({ code }) => code)).toEqual(['scenario/source-without-routes'])
  })
})
