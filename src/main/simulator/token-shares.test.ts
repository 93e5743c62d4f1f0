import { describe, expect, it } from 'vitest'
import type { TrafficSource } from '@shared/design/scenario'
import { guardedRun, type Guard } from './guarded-run.fixture'
import { finished } from './rich-run.fixture'
import { simulationResult } from './simulation-result'

const LAMBDA: Guard = { authorizer: { type: 'TOKEN', authorizerResultTtlInSeconds: 3600 } }
const POOL: Guard = { authorizer: { type: 'COGNITO_USER_POOLS' }, authorizationType: 'COGNITO_USER_POOLS' }
const IAM: Guard = { authorizationType: 'AWS_IAM' }
const OPEN: Guard = {}

function outcomesOf(guard: Guard, source: Partial<TrafficSource>) {
  const { design, scenario } = guardedRun(guard, source, { durationInSeconds: 600 })
  const { byOutcome, authorizer } = simulationResult(finished(design, scenario), scenario, 1)
  return { byOutcome, calls: authorizer.calls }
}

/** Whether a count of 6,000 is within four standard errors of its share. */
function isShare(count: number | undefined, share: number): boolean {
  return Math.abs((count ?? 0) / 6000 - share) < 4 * Math.sqrt((share * (1 - share)) / 6000)
}

describe('tokens that ran out', () => {
  it('are refused with 401 after the function was asked, and never kept', () => {
    const { byOutcome, calls } = outcomesOf(LAMBDA, { expiredTokens: 0.3 })
    const refused = byOutcome['UNAUTHORIZED']!
    // One call for the good token, which is kept, and one for each bad one.
    expect([isShare(refused, 0.3), byOutcome, calls]).toEqual([
      true,
      { INTEGRATED: 6000 - refused, UNAUTHORIZED: refused },
      1 + refused,
    ])
  })

  it.each([
    ['a user pool', POOL],
    ['IAM', IAM],
  ])('are refused by %s without any function', (_, guard) => {
    const { byOutcome, calls } = outcomesOf(guard, { expiredTokens: 0.3 })
    expect([isShare(byOutcome['UNAUTHORIZED'], 0.3), calls]).toEqual([true, 0])
  })

  it('mean nothing where nobody looks', () => {
    expect(outcomesOf(OPEN, { expiredTokens: 1, missingTokens: 1, deniedIdentities: 1 }).byOutcome).toEqual({
      INTEGRATED: 6000,
    })
  })
})

describe.each([
  ['a function', LAMBDA],
  ['a user pool', POOL],
  ['IAM', IAM],
])('callers of %s', (_, guard) => {
  it('without a token are refused with 401, as many as the scenario says', () => {
    const { byOutcome } = outcomesOf(guard, { missingTokens: 0.2 })
    expect(isShare(byOutcome['UNAUTHORIZED'], 0.2)).toBe(true)
  })

  it('are denied or let in each always alike', () => {
    const people = { identities: { count: 1, distribution: 'UNIFORM' } } as const
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
      const { design, scenario } = guardedRun(guard, { ...people, deniedIdentities: 0.5 }, { seed })
      return simulationResult(finished(design, scenario), scenario, 1).byOutcome
    })
    const isAllOrNothing = seeds.every(
      ({ INTEGRATED = 0, ACCESS_DENIED_EXPLICIT = 0 }) =>
        INTEGRATED + ACCESS_DENIED_EXPLICIT === 600 && INTEGRATED % 600 === 0,
    )
    const kinds = new Set(seeds.map((byOutcome) => Object.keys(byOutcome).join()))
    expect([isAllOrNothing, [...kinds].sort()]).toEqual([true, ['ACCESS_DENIED_EXPLICIT', 'INTEGRATED']])
  })
})
