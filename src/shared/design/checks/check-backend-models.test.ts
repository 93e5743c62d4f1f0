import { describe, expect, test } from 'vitest'
import type { BackendModel } from '../scenario'
import { changedDesign, expectedOf, foundIn, type BrokenDesign } from './broken-design.fixture'
import { checkDesign } from './check-design'

const RUSH = '/scenarios/0'
const POST = `${RUSH}/backends/POST ~1orders`
const LABEL = 'Backend of POST /orders'

const CASES: readonly BrokenDesign[] = [
  {
    name: 'a uniform latency from more to less',
    set: { [`${POST}/latency`]: { distribution: 'UNIFORM', minMs: 5, maxMs: 4 } },
    code: 'scenario/latency-invalid',
    pointer: `${POST}/latency/maxMs`,
    message: `${LABEL}: maxMs is 4, less than minMs, 5. Give 5 or more.`,
  },
  {
    name: 'a normal latency that narrows to less than nothing',
    set: { [`${POST}/latency`]: { distribution: 'NORMAL', meanMs: 5, standardDeviationMs: -1 } },
    code: 'scenario/latency-invalid',
    pointer: `${POST}/latency/standardDeviationMs`,
    message: `${LABEL}: standardDeviationMs is -1. Give 0 or more.`,
  },
  {
    name: 'measured times without one',
    set: { [`${POST}/latency`]: { distribution: 'EMPIRICAL', valuesMs: [] } },
    code: 'scenario/latency-invalid',
    pointer: `${POST}/latency/valuesMs`,
    message: `${LABEL}: valuesMs holds no time. Give at least one, in milliseconds.`,
  },
  {
    name: 'a measured time below nothing',
    set: { [`${POST}/latency`]: { distribution: 'EMPIRICAL', valuesMs: [5, -5] } },
    code: 'scenario/latency-invalid',
    pointer: `${POST}/latency/valuesMs/1`,
    message: `${LABEL}: valuesMs 2 is -5. Give 0 or more.`,
  },
  {
    name: 'an overhead below nothing',
    set: { [`${RUSH}/overhead`]: { distribution: 'CONSTANT', valueMs: -30 } },
    code: 'scenario/latency-invalid',
    pointer: `${RUSH}/overhead/valueMs`,
    message: 'Overhead: valueMs is -30. Give 0 or more.',
  },
  {
    name: 'calls that fail and never answer as well',
    set: { [`${POST}/timeoutRate`]: 1 },
    code: 'scenario/share-invalid',
    pointer: `${POST}/timeoutRate`,
    message: `${LABEL}: errorRate and timeoutRate are more than 1 together. Lower one of them.`,
  },
  {
    name: 'a share of timeouts above 1',
    set: { [`${POST}/timeoutRate`]: 1.5 },
    code: 'scenario/share-invalid',
    pointer: `${POST}/timeoutRate`,
    message: `${LABEL}: timeoutRate is 1.5. Give a share from 0 to 1.`,
  },
  {
    name: 'a queue limit without a queue',
    set: { [`${POST}/concurrencyLimit`]: 5, [`${POST}/queueLimit`]: 10 },
    code: 'scenario/backend-invalid',
    pointer: `${POST}/queueLimit`,
    message: `${LABEL}: nothing waits without whenBusy: QUEUE. Add that, or leave queueLimit out.`,
  },
  {
    name: 'a queue of half a call',
    set: { [`${POST}/concurrencyLimit`]: 5, [`${POST}/whenBusy`]: 'QUEUE', [`${POST}/queueLimit`]: 0.5 },
    code: 'scenario/backend-invalid',
    pointer: `${POST}/queueLimit`,
    message: `${LABEL}: queueLimit is 0.5. Give a whole number from 0, or leave it out.`,
  },
  {
    name: 'a queue before a backend that is never busy',
    set: { [`${POST}/whenBusy`]: 'QUEUE' },
    code: 'scenario/backend-invalid',
    severity: 'warning',
    pointer: `${POST}/whenBusy`,
    message: `${LABEL}: it is never busy without a concurrencyLimit. Give it one, or leave whenBusy out.`,
  },
  {
    name: 'a cold start below nothing',
    set: { [`${POST}/coldStart`]: { latency: { distribution: 'CONSTANT', valueMs: -1 } } },
    code: 'scenario/latency-invalid',
    pointer: `${POST}/coldStart/latency/valueMs`,
    message: `${LABEL}, coldStart: valueMs is -1. Give 0 or more.`,
  },
  {
    name: 'an instance that is gone before it is idle',
    set: {
      [`${POST}/coldStart`]: { latency: { distribution: 'CONSTANT', valueMs: 1 }, idleTimeoutInSeconds: -1 },
    },
    code: 'scenario/range-invalid',
    pointer: `${POST}/coldStart/idleTimeoutInSeconds`,
    message: `${LABEL}, coldStart: idleTimeoutInSeconds is -1. Give a number of seconds, 0 or more.`,
  },
  {
    name: 'an outage that ends as it begins',
    set: { [`${POST}/outages`]: [{ from: 5, to: 5, type: 'ERROR' }] },
    code: 'scenario/range-invalid',
    pointer: `${POST}/outages/0/to`,
    message: `${LABEL}, outage 1 ends at 5 s, before it begins at 5 s. Give a later end.`,
  },
]

describe('checks of backends', () => {
  test.each(CASES)('report $name', (broken) => {
    expect(foundIn(broken)).toEqual(expectedOf(broken))
  })

  test('take a backend with everything', () => {
    const backend: BackendModel = {
      latency: { distribution: 'EMPIRICAL', valuesMs: [12, 10, 80] },
      errorRate: 0.5,
      timeoutRate: 0.5,
      concurrencyLimit: 10,
      whenBusy: 'QUEUE',
      queueLimit: 0,
      coldStart: { latency: { distribution: 'NORMAL', meanMs: 300, standardDeviationMs: 0 }, idleTimeoutInSeconds: 60 },
      outages: [{ from: 0, to: 5, type: 'TIMEOUT' }],
      responseBytes: 0,
      isPersonal: true,
    }
    const set = {
      [POST]: backend,
      [`${RUSH}/overhead`]: { distribution: 'UNIFORM', minMs: 5, maxMs: 5 },
    }
    expect(checkDesign(changedDesign(set))).toEqual([])
  })
})
