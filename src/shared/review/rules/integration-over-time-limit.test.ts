import { expect, it } from 'vitest'
import { designWith, found, FUNCTION_URI, httpApi, restApi } from '../review.fixture'
import { integrationOverTimeLimit as RULE } from './integration-over-time-limit'

const waiting = (timeoutInMillis?: number) =>
  restApi({
    'GET /a': {
      integration: {
        type: 'AWS_PROXY',
        uri: FUNCTION_URI,
        integrationResponses: [],
        ...(timeoutInMillis !== undefined && { timeoutInMillis }),
      },
    },
  })
const PLACE = 'warning /apis/0/resources/~1a/methods/GET/integration'
const running = (timeout?: number) => ({ functions: { orders: timeout === undefined ? {} : { timeout } } })

it('finds functions that may run longer than anybody waits', () => {
  expect(found(RULE, designWith(waiting(5000), running(6)))).toEqual([PLACE])
  expect(found(RULE, designWith(waiting(), running(30)))).toEqual([PLACE])
  expect(
    found(RULE, designWith(httpApi({ 'GET /a': {} }), { functions: { items: {}, orders: { timeout: 31 } } })),
  ).toEqual(['warning /apis/0/integrations/items'])
})

it('finds integrations that wait longer than accounts may', () => {
  expect(found(RULE, designWith(waiting(29_001)))).toEqual([`${PLACE}/timeoutInMillis`])
})

it('finds nothing where the function is done in time, or its limit is not known', () => {
  const designs = [
    designWith(waiting(5000), running(5)),
    designWith(waiting(), running(29)),
    designWith(waiting(1000), running()),
    designWith(waiting(29_000)),
    designWith(httpApi({ 'GET /a': {} }), running(30)),
  ]
  expect(designs.flatMap((design) => found(RULE, design))).toEqual([])
})
