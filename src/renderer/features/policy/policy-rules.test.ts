import { expect, it } from 'vitest'
import { problemOfPolicy } from './policy-rules'

it('takes one statement or several', () => {
  expect(
    [{ Statement: { Effect: 'Allow' } }, { Statement: [{ Effect: 'Allow' }, { Effect: 'Deny' }] }].map(problemOfPolicy),
  ).toEqual([undefined, undefined])
})

it('says what is wrong with a policy', () => {
  const long = { Statement: { Effect: 'Allow', Sid: 'x'.repeat(9000) } }
  expect([[], {}, { Statement: [{ Effect: 'Allow' }, { Effect: 'Maybe' }] }, long].map(problemOfPolicy)).toEqual([
    'A policy is a JSON object',
    'A policy needs a Statement: an object or a list of objects',
    'Statement 2 needs an Effect of "Allow" or "Deny"',
    'A policy has at most 8192 characters; this one has 9041',
  ])
})
