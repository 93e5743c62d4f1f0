import { describe, expect, test } from 'vitest'
import { orderDesign } from '../order-design.fixture'
import type { TrafficSource } from '../scenario'
import { changedDesign, expectedOf, foundIn, type BrokenDesign } from './broken-design.fixture'
import { checkScenario } from './check-scenario'

const RUSH = '/scenarios/0'
const SOURCE = `${RUSH}/sources/0`
const POST = `${RUSH}/backends/POST ~1orders`
const second: TrafficSource = {
  name: 'crawlers',
  shape: { type: 'BURST', count: 10, at: 0 },
  routes: { 'GET /orders': 1 },
}

const CASES: readonly BrokenDesign[] = [
  {
    name: 'no name',
    set: { [`${RUSH}/name`]: ' ' },
    code: 'scenario/name-empty',
    pointer: `${RUSH}/name`,
    message: 'A scenario has no name. Give it one.',
  },
  {
    name: 'two scenarios of one name',
    set: { '/scenarios/-': orderDesign().scenarios[0] },
    code: 'scenario/name-duplicate',
    pointer: '/scenarios/1/name',
    message: 'Two scenarios are named rush hour. They are opened by name; rename one.',
  },
  {
    name: 'two sources of one name',
    set: { [`${RUSH}/sources/-`]: { ...second, name: 'shoppers' } },
    code: 'scenario/name-duplicate',
    severity: 'warning',
    pointer: `${RUSH}/sources/1/name`,
    message: 'Scenario rush hour: two traffic sources are named shoppers. Rename one to tell them apart.',
  },
  {
    name: 'a source without a name',
    set: { [`${SOURCE}/name`]: '' },
    code: 'scenario/name-empty',
    pointer: `${SOURCE}/name`,
    message: 'Scenario rush hour: traffic source 1 has no name. Give it one.',
  },
  {
    name: 'an API that does not exist, and nothing about its routes',
    set: { [`${RUSH}/apiId`]: 'gone' },
    code: 'scenario/api-unknown',
    pointer: `${RUSH}/apiId`,
    message: 'Scenario rush hour: API gone does not exist. Choose the API it calls.',
  },
  {
    name: 'a stage that does not exist',
    set: { [`${RUSH}/stage`]: 'toString' },
    code: 'scenario/stage-unknown',
    pointer: `${RUSH}/stage`,
    message: 'Scenario rush hour: Orders has no stage toString. Choose one that exists.',
  },
  {
    name: 'no duration',
    set: { [`${RUSH}/durationInSeconds`]: 0 },
    code: 'scenario/duration-invalid',
    pointer: `${RUSH}/durationInSeconds`,
    message: 'Scenario rush hour: durationInSeconds is 0. Give a number of seconds above 0.',
  },
  {
    name: 'an endless run',
    set: { [`${RUSH}/durationInSeconds`]: Number.POSITIVE_INFINITY },
    code: 'scenario/duration-invalid',
    pointer: `${RUSH}/durationInSeconds`,
    message: 'Scenario rush hour: durationInSeconds is Infinity. Give a number of seconds above 0.',
  },
  {
    name: 'a fractional seed',
    set: { [`${RUSH}/seed`]: 1.5 },
    code: 'scenario/seed-invalid',
    pointer: `${RUSH}/seed`,
    message: 'Scenario rush hour: seed is 1.5. Give a whole number.',
  },
  {
    name: 'a start that is no instant',
    set: { [`${RUSH}/startsAt`]: '2026-13-01' },
    code: 'scenario/starts-at-invalid',
    pointer: `${RUSH}/startsAt`,
    message: 'Scenario rush hour: startsAt "2026-13-01" is not an instant. Write it as 2026-01-01T00:00:00Z.',
  },
  {
    name: 'no sources',
    set: { [`${RUSH}/sources`]: [] },
    code: 'scenario/sources-empty',
    pointer: `${RUSH}/sources`,
    message: 'Scenario rush hour has no traffic source. Add one.',
  },
  {
    name: 'a route that does not exist',
    set: { [`${SOURCE}/routes/PUT ~1orders`]: 1 },
    code: 'scenario/route-unknown',
    pointer: `${SOURCE}/routes/PUT ~1orders`,
    message: 'Traffic source shoppers: route PUT /orders does not exist. Choose another.',
  },
  {
    name: 'a negative weight',
    set: { [`${SOURCE}/routes/GET ~1orders`]: -1 },
    code: 'scenario/rate-invalid',
    pointer: `${SOURCE}/routes/GET ~1orders`,
    message: 'Traffic source shoppers: the weight of GET /orders is -1. Give 0 or more.',
  },
  {
    name: 'no route with a weight',
    set: { [`${SOURCE}/routes`]: { 'GET /orders': 0 } },
    code: 'scenario/source-without-routes',
    pointer: `${SOURCE}/routes`,
    message: 'Traffic source shoppers calls no route. Choose at least one and give it a weight above 0.',
  },
  {
    name: 'an API key that does not exist',
    set: { [`${SOURCE}/apiKeys/names/1`]: 'gone' },
    code: 'scenario/api-key-unknown',
    pointer: `${SOURCE}/apiKeys/names/1`,
    message: 'Traffic source shoppers: API key gone does not exist. Choose another, or give wrongApiKeys a share.',
  },
  {
    name: 'keys without names',
    set: { [`${SOURCE}/apiKeys/names`]: [] },
    code: 'scenario/popularity-invalid',
    pointer: `${SOURCE}/apiKeys/names`,
    message: 'Traffic source shoppers: apiKeys names no key. Choose at least one.',
  },
  {
    name: 'a negative exponent',
    set: { [`${SOURCE}/apiKeys/exponent`]: -1 },
    code: 'scenario/popularity-invalid',
    pointer: `${SOURCE}/apiKeys/exponent`,
    message: 'Traffic source shoppers, apiKeys: exponent is -1. Give 0 (all alike) or more.',
  },
  {
    name: 'no items',
    set: { [`${SOURCE}/items`]: { count: 0, distribution: 'UNIFORM' } },
    code: 'scenario/popularity-invalid',
    pointer: `${SOURCE}/items/count`,
    message: 'Traffic source shoppers, items: count is 0. Give a whole number from 1.',
  },
  {
    name: 'a share above 1',
    set: { [`${SOURCE}/missingTokens`]: 1.1 },
    code: 'scenario/share-invalid',
    pointer: `${SOURCE}/missingTokens`,
    message: 'Traffic source shoppers: missingTokens is 1.1. Give a share from 0 to 1.',
  },
  {
    name: 'a negative rate',
    set: { [`${SOURCE}/shape/ratePerSecond`]: -300 },
    code: 'scenario/rate-invalid',
    pointer: `${SOURCE}/shape/ratePerSecond`,
    message: 'Traffic source shoppers: ratePerSecond is -300. Give a number of requests per second, 0 or more.',
  },
  {
    name: 'an end before the beginning',
    set: { [`${SOURCE}/shape/from`]: 30 },
    code: 'scenario/range-invalid',
    pointer: `${SOURCE}/shape/to`,
    message: 'Traffic source shoppers ends at 30 s, before it begins at 30 s. Give a later end.',
  },
  {
    name: 'a beginning before the run',
    set: { [`${SOURCE}/shape/from`]: -1 },
    code: 'scenario/range-invalid',
    pointer: `${SOURCE}/shape/from`,
    message: 'Traffic source shoppers: from is -1. Give a number of seconds, 0 or more.',
  },
  {
    name: 'a ramp to nowhere',
    set: { [`${SOURCE}/shape`]: { type: 'RAMP', fromRatePerSecond: 1, toRatePerSecond: Number.NaN } },
    code: 'scenario/rate-invalid',
    pointer: `${SOURCE}/shape/toRatePerSecond`,
    message: 'Traffic source shoppers: toRatePerSecond is NaN. Give a number of requests per second, 0 or more.',
  },
  {
    name: 'a burst of half a request',
    set: { [`${SOURCE}/shape`]: { type: 'BURST', count: 0.5, at: 0 } },
    code: 'scenario/rate-invalid',
    pointer: `${SOURCE}/shape/count`,
    message: 'Traffic source shoppers: count is 0.5. Give a whole number of requests, 0 or more.',
  },
  {
    name: 'bursts that run into each other',
    set: { [`${SOURCE}/shape`]: { type: 'BURST', count: 5, at: 0, spreadInSeconds: 3, everyInSeconds: 2 } },
    code: 'scenario/range-invalid',
    pointer: `${SOURCE}/shape/spreadInSeconds`,
    message:
      'Traffic source shoppers: a burst is spread over 3 s and the next begins after 2 s. Spread it over less, or use two sources.',
  },
  {
    name: 'a burst that comes again at once',
    set: { [`${SOURCE}/shape`]: { type: 'BURST', count: 5, at: 0, everyInSeconds: 0 } },
    code: 'scenario/range-invalid',
    pointer: `${SOURCE}/shape/everyInSeconds`,
    message: 'Traffic source shoppers: everyInSeconds is 0. Give a number of seconds above 0, or leave it out.',
  },
  {
    name: 'a backend for no route',
    set: { [`${RUSH}/backends/PUT ~1orders`]: { latency: { distribution: 'CONSTANT', valueMs: 1 } } },
    code: 'scenario/route-unknown',
    pointer: `${RUSH}/backends/PUT ~1orders`,
    message: 'Scenario rush hour: there is a backend for PUT /orders, which does not exist. Remove it.',
  },
  {
    name: 'a negative latency',
    set: { [`${POST}/latency/sigma`]: -0.5 },
    code: 'scenario/latency-invalid',
    pointer: `${POST}/latency/sigma`,
    message: 'Backend of POST /orders: sigma is -0.5. Give 0 or more.',
  },
  {
    name: 'no concurrency',
    set: { [`${POST}/concurrencyLimit`]: 0 },
    code: 'scenario/backend-invalid',
    pointer: `${POST}/concurrencyLimit`,
    message: 'Backend of POST /orders: concurrencyLimit is 0. Give a whole number from 1, or leave it out.',
  },
  {
    name: 'a response of less than nothing',
    set: { [`${POST}/responseBytes`]: -1 },
    code: 'scenario/backend-invalid',
    pointer: `${POST}/responseBytes`,
    message: 'Backend of POST /orders: responseBytes is -1. Give a number of bytes, 0 or more.',
  },
  {
    name: 'an authorizer that fails twice a call',
    set: { [`${RUSH}/authorizer`]: { latency: { distribution: 'EXPONENTIAL', meanMs: 5 }, errorRate: 2 } },
    code: 'scenario/share-invalid',
    pointer: `${RUSH}/authorizer/errorRate`,
    message: 'Authorizer: errorRate is 2. Give a share from 0 to 1.',
  },
  {
    name: 'a check against no number',
    set: { [`${RUSH}/checks/0/value`]: '5' },
    code: 'scenario/check-invalid',
    pointer: `${RUSH}/checks/0/value`,
    message: 'Scenario rush hour, check of throttledShare: value is 5. Give a number.',
  },
  {
    name: 'a latency check for one key',
    set: { [`${RUSH}/checks/0/metric`]: 'latencyP95' },
    code: 'scenario/check-invalid',
    pointer: `${RUSH}/checks/0/apiKey`,
    message: 'Scenario rush hour, check of latencyP95: it cannot be narrowed to one API key. Remove apiKey.',
  },
  {
    name: 'a check of the bill of one route',
    set: { [`${RUSH}/checks/1/metric`]: 'monthlyCost' },
    code: 'scenario/check-invalid',
    pointer: `${RUSH}/checks/1/route`,
    message: 'Scenario rush hour, check of monthlyCost: it cannot be narrowed to one route. Remove route.',
  },
  {
    name: 'a check of a key on a route',
    set: { [`${RUSH}/checks/0/route`]: 'GET /orders' },
    code: 'scenario/check-invalid',
    pointer: `${RUSH}/checks/0/route`,
    message:
      'Scenario rush hour, check of throttledShare: it is narrowed to one API key or to one route, not to both. Remove one.',
  },
  {
    name: 'a metric that there is not',
    set: { [`${RUSH}/checks/0`]: { metric: 'toString', operator: '<', value: 1 } },
    code: 'scenario/check-invalid',
    pointer: `${RUSH}/checks/0/metric`,
    message:
      'Scenario rush hour, check of toString: there is no such metric. Choose one of requests, admitted, throttled, throttledShare, cacheHitRatio, errorShare, latencyP50, latencyP95, latencyP99, authorizerCalls, leakedReads, staleReads, allowedAfterRevocation, retries, quotaExceeded, monthlyCost, connects, refusedConnects, openConnections, connectionMinutes, messagesIn, messagesOut, throttledMessages, gonePosts, wastedPosts, throttledPosts, deliveryP50, deliveryP95, deliveryP99.',
  },
  {
    name: 'a check of no key',
    set: { [`${RUSH}/checks/0/apiKey`]: 'gone' },
    code: 'scenario/api-key-unknown',
    pointer: `${RUSH}/checks/0/apiKey`,
    message: 'Scenario rush hour, check of throttledShare: API key gone does not exist. Choose another.',
  },
  {
    name: 'a check of no route',
    set: { [`${RUSH}/checks/1/route`]: 'PUT /orders' },
    code: 'scenario/route-unknown',
    pointer: `${RUSH}/checks/1/route`,
    message: 'Scenario rush hour, check of throttled: route PUT /orders does not exist. Choose another.',
  },
]

describe('checks of scenarios', () => {
  test.each(CASES)('report $name', (broken) => {
    expect(foundIn(broken)).toEqual(expectedOf(broken))
  })

  test('a scenario on its own has pointers from its own root', () => {
    const design = changedDesign({ [`${RUSH}/seed`]: 1.5 })
    const [scenario] = design.scenarios
    expect(scenario && checkScenario(scenario, design)).toMatchObject([{ pointer: '/seed' }])
  })

  test('every shape, a start and an empty stretch of rates are legal', () => {
    const set = {
      [`${RUSH}/startsAt`]: '2026-11-20T14:02:11.5+01:00',
      [`${RUSH}/sources/-`]: second,
      [`${SOURCE}/shape`]: { type: 'RAMP', fromRatePerSecond: 0, toRatePerSecond: 100 },
      [`${SOURCE}/identities`]: { count: 5, distribution: 'ZIPF', exponent: 0.9 },
    }
    expect(foundIn({ name: '', set, code: 'scenario/name-empty', pointer: '', message: '' })).toEqual([])
  })
})
