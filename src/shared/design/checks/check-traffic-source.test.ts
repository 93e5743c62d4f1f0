import { describe, expect, test } from 'vitest'
import { changedDesign, expectedOf, foundIn, type BrokenDesign } from './broken-design.fixture'
import { checkDesign } from './check-design'

const SOURCE = '/scenarios/0/sources/0'
const LABEL = 'Traffic source shoppers'
const HOT = { count: 100, distribution: 'HOT_SET', hotCount: 10, hotShare: 0.9 } as const
const RETRY = { type: 'EXPONENTIAL', delayMs: 100 } as const

const CASES: readonly BrokenDesign[] = [
  {
    name: 'a share of expired tokens above 1',
    set: { [`${SOURCE}/expiredTokens`]: 2 },
    code: 'scenario/share-invalid',
    pointer: `${SOURCE}/expiredTokens`,
    message: `${LABEL}: expiredTokens is 2. Give a share from 0 to 1.`,
  },
  {
    name: 'more hot items than items',
    set: { [`${SOURCE}/items`]: { ...HOT, hotCount: 101 } },
    code: 'scenario/popularity-invalid',
    pointer: `${SOURCE}/items/hotCount`,
    message: `${LABEL}, items: hotCount is 101. Give a whole number from 1 to 100.`,
  },
  {
    name: 'a hot set without a size',
    set: { [`${SOURCE}/identities`]: { count: 100, distribution: 'HOT_SET', hotShare: 0.9 } },
    code: 'scenario/popularity-invalid',
    pointer: `${SOURCE}/identities/hotCount`,
    message: `${LABEL}, identities: hotCount is missing. Give a whole number from 1 to 100.`,
  },
  {
    name: 'a hot set without a share',
    set: { [`${SOURCE}/items`]: { count: 100, distribution: 'HOT_SET', hotCount: 5 } },
    code: 'scenario/popularity-invalid',
    pointer: `${SOURCE}/items/hotShare`,
    message: `${LABEL}, items: hotShare is missing. Give a share from 0 to 1.`,
  },
  {
    name: 'a hot set of more than all draws',
    set: { [`${SOURCE}/items`]: { ...HOT, hotShare: 90 } },
    code: 'scenario/popularity-invalid',
    pointer: `${SOURCE}/items/hotShare`,
    message: `${LABEL}, items: hotShare is 90. Give a share from 0 to 1.`,
  },
  {
    name: 'clients nearer than here',
    set: { [`${SOURCE}/clientLatency`]: { distribution: 'CONSTANT', valueMs: -5 } },
    code: 'scenario/latency-invalid',
    pointer: `${SOURCE}/clientLatency/valueMs`,
    message: `${LABEL}, clientLatency: valueMs is -5. Give 0 or more.`,
  },
  {
    name: 'a retry before the answer',
    set: { [`${SOURCE}/retry`]: { ...RETRY, delayMs: -1 } },
    code: 'scenario/retry-invalid',
    pointer: `${SOURCE}/retry/delayMs`,
    message: `${LABEL}, retry: delayMs is -1. Give a number of milliseconds, 0 or more.`,
  },
  {
    name: 'no attempt at all',
    set: { [`${SOURCE}/retry`]: { ...RETRY, maxAttempts: 0 } },
    code: 'scenario/retry-invalid',
    pointer: `${SOURCE}/retry/maxAttempts`,
    message: `${LABEL}, retry: maxAttempts is 0. Give a whole number from 1, the first attempt included.`,
  },
  {
    name: 'a retry after a success',
    set: { [`${SOURCE}/retry`]: { ...RETRY, statuses: [429, 200] } },
    code: 'scenario/retry-invalid',
    pointer: `${SOURCE}/retry/statuses/1`,
    message: `${LABEL}, retry: 200 is no status of a refusal. Give numbers from 400 to 599.`,
  },
  {
    name: 'a budget below nothing',
    set: { [`${SOURCE}/retry`]: { ...RETRY, budget: -0.1 } },
    code: 'scenario/retry-invalid',
    pointer: `${SOURCE}/retry/budget`,
    message: `${LABEL}, retry: budget is -0.1. Give retries for each first attempt, 0 or more, as in 0.1.`,
  },
]

describe('checks of traffic sources', () => {
  test.each(CASES)('report $name', (broken) => {
    expect(foundIn(broken)).toEqual(expectedOf(broken))
  })

  test('take a source with everything', () => {
    const set = {
      [`${SOURCE}/items`]: { ...HOT, hotCount: 100, hotShare: 1 },
      [`${SOURCE}/expiredTokens`]: 1,
      [`${SOURCE}/clientLatency`]: { distribution: 'LOGNORMAL', medianMs: 40, sigma: 0.3 },
      [`${SOURCE}/retry`]: {
        ...RETRY,
        maxDelayMs: 0,
        jitter: 'NONE',
        maxAttempts: 1,
        statuses: [429, 503],
        budget: 0,
      },
    }
    expect(checkDesign(changedDesign(set))).toEqual([])
  })
})
