import { expect, it } from 'vitest'
import { designWith, found, foundAfterFixes, httpApi, restApi } from '../review.fixture'
import { longAuthorizerTtl as RULE } from './long-authorizer-ttl'

const rest = (authorizerResultTtlInSeconds: number, type: 'TOKEN' | 'COGNITO_USER_POOLS' = 'TOKEN') =>
  designWith(restApi({}, { authorizers: { a: { type, authorizerResultTtlInSeconds } } }))
const http = (authorizerResultTtlInSeconds: number) =>
  designWith(
    httpApi(
      {},
      { authorizers: { a: { authorizerType: 'REQUEST', identitySource: [], authorizerResultTtlInSeconds } } },
    ),
  )
const PLACE = 'warning /apis/0/authorizers/a/authorizerResultTtlInSeconds'

it('finds answers that are kept longer than five minutes, and shortens it', () => {
  expect([rest(301), http(3600)].map((design) => found(RULE, design))).toEqual([[PLACE], [PLACE]])
  expect([rest(301), http(3600)].map((design) => foundAfterFixes(RULE, design))).toEqual([[], []])
})

it('finds nothing up to five minutes, nor where tokens say themselves how long they hold', () => {
  const designs = [rest(300), rest(0), http(300), rest(3600, 'COGNITO_USER_POOLS')]
  expect(designs.flatMap((design) => found(RULE, design))).toEqual([])
})
