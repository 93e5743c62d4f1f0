import { describe, expect, test } from 'vitest'
import { mockMethod } from '../mock-method'
import { ORDERS } from '../order-design.fixture'
import { changedDesign, expectedOf, foundIn, type BrokenDesign } from './broken-design.fixture'
import { checkDesign } from './check-design'

const PLAN = '/usagePlans/0'
const covered = { apiId: ORDERS, stage: 'prod' }
const standard = { id: 'plan02', name: 'Standard', apiStages: [covered], keyIds: ['key0000002'] }

const CASES: readonly BrokenDesign[] = [
  {
    name: 'an account id of eleven digits',
    set: { '/accountId': '12345678901' },
    code: 'design/account-id-invalid',
    pointer: '/accountId',
    message: 'Account id "12345678901" is not twelve digits. ARNs are made with it.',
  },
  {
    name: 'an account rate that is no number',
    set: { '/account/throttleSettings/rateLimit': Number.NaN },
    code: 'design/throttle-rate-invalid',
    pointer: '/account/throttleSettings/rateLimit',
    message: 'Account: rateLimit is NaN. Give a number of requests per second, 0 or more.',
  },
  {
    name: 'the large rate in a small Region',
    set: { '/region': 'eu-south-1' },
    code: 'design/account-rate-small-region',
    severity: 'info',
    pointer: '/account/throttleSettings/rateLimit',
    message:
      'Account: rateLimit is 10000, but accounts in eu-south-1 start with 2500 requests per second and a burst of 1250. Use those unless your quota was raised.',
  },
  {
    name: 'two plans with one id',
    set: { '/usagePlans/-': { ...standard, id: 'plan01', keyIds: [] } },
    code: 'design/id-duplicate',
    pointer: '/usagePlans/1/id',
    message: 'Id plan01 belongs to more than one usage plan. Give each usage plan an id of its own.',
  },
  {
    name: 'a plan for no API',
    set: { [`${PLAN}/apiStages/-`]: { apiId: 'gone', stage: 'prod' } },
    code: 'design/plan-api-unknown',
    pointer: `${PLAN}/apiStages/1/apiId`,
    message: 'Usage plan Premium: API gone does not exist. Take it out of the plan.',
  },
  {
    name: 'a plan for no stage',
    set: { [`${PLAN}/apiStages/-`]: { apiId: ORDERS, stage: 'test' } },
    code: 'design/plan-stage-unknown',
    pointer: `${PLAN}/apiStages/1/stage`,
    message: 'Usage plan Premium: Orders has no stage test. Take it out of the plan.',
  },
  {
    name: 'a stage twice in a plan',
    set: { [`${PLAN}/apiStages/-`]: covered },
    code: 'design/plan-stage-duplicate',
    pointer: `${PLAN}/apiStages/1`,
    message: `Usage plan Premium covers ${ORDERS}/prod more than once. Remove the others.`,
  },
  {
    name: 'a plan throttle for no method',
    set: { [`${PLAN}/apiStages/0/throttle/~1orders~1PUT`]: { rateLimit: 1, burstLimit: 1 } },
    code: 'design/plan-method-unknown',
    severity: 'warning',
    pointer: `${PLAN}/apiStages/0/throttle/~1orders~1PUT`,
    message: 'Usage plan Premium: Orders has no method /orders/PUT, so the limit has no effect. Remove it.',
  },
  {
    name: 'a plan burst that is not whole',
    set: { [`${PLAN}/throttle/burstLimit`]: 1.5 },
    code: 'design/throttle-burst-invalid',
    pointer: `${PLAN}/throttle/burstLimit`,
    message: 'Usage plan Premium: burstLimit is 1.5. Give a whole number of requests, 0 or more.',
  },
  {
    name: 'a negative method rate in a plan',
    set: { [`${PLAN}/apiStages/0/throttle/~1orders~1POST/rateLimit`]: -5 },
    code: 'design/throttle-rate-invalid',
    pointer: `${PLAN}/apiStages/0/throttle/~1orders~1POST/rateLimit`,
    message: 'Usage plan Premium, /orders/POST: rateLimit is -5. Give a number of requests per second, 0 or more.',
  },
  {
    name: 'a key that does not exist in a plan',
    set: { [`${PLAN}/keyIds/-`]: 'gone' },
    code: 'design/plan-key-unknown',
    pointer: `${PLAN}/keyIds/2`,
    message: 'Usage plan Premium: API key gone does not exist. Add the key or take it out of the plan.',
  },
  {
    name: 'a key in two plans for one stage',
    set: { '/usagePlans/-': standard },
    code: 'design/plan-key-conflict',
    pointer: '/usagePlans/1/keyIds/0',
    message:
      'API key acme-app is in usage plans Premium and Standard for stage prod of Orders. A key can be in one plan per stage.',
  },
  {
    name: 'a key twice in a plan',
    set: { [`${PLAN}/keyIds/-`]: 'key0000001' },
    code: 'design/plan-key-conflict',
    pointer: `${PLAN}/keyIds/2`,
    message: 'API key acme-web is in usage plan Premium more than once. Remove the others.',
  },
  {
    name: 'a fractional quota',
    set: { [`${PLAN}/quota/limit`]: 0.1 },
    code: 'design/quota-limit-invalid',
    pointer: `${PLAN}/quota/limit`,
    message: 'Usage plan Premium: quota limit is 0.1. Give a whole number of requests, 0 or more.',
  },
  {
    name: 'an offset in a daily quota',
    set: { [`${PLAN}/quota`]: { limit: 5, period: 'DAY', offset: 1 } },
    code: 'design/quota-offset-invalid',
    pointer: `${PLAN}/quota/offset`,
    message: 'Usage plan Premium: Usage plan quota offset must be zero in the DAY period',
  },
  {
    name: 'an offset of 7 in a weekly quota',
    set: { [`${PLAN}/quota`]: { limit: 5, period: 'WEEK', offset: 7 } },
    code: 'design/quota-offset-invalid',
    pointer: `${PLAN}/quota/offset`,
    message: 'Usage plan Premium: Usage plan quota offset must be between zero and six inclusive in the WEEK period',
  },
  {
    name: 'a short key value',
    set: { '/apiKeys/0/value': 'short' },
    code: 'design/api-key-value-length',
    pointer: '/apiKeys/0/value',
    message: 'API key acme-web: API Key value should be at least 20 characters',
  },
  {
    name: 'a long key value',
    set: { '/apiKeys/0/value': 'x'.repeat(129) },
    code: 'design/api-key-value-length',
    pointer: '/apiKeys/0/value',
    message: 'API key acme-web: API Key value exceeds maximum size of 128 characters',
  },
  {
    name: 'a key value with dashes',
    set: { '/apiKeys/0/value': 'acme-web-key-for-tests' },
    code: 'design/api-key-value-characters',
    severity: 'warning',
    pointer: '/apiKeys/0/value',
    message:
      'API key acme-web: the value has characters other than letters and digits. Use 20 to 128 letters and digits.',
  },
  {
    name: 'two keys of one value',
    set: { '/apiKeys/1/value': 'a1b2c3d4e5f6a7b8c9d0' },
    code: 'design/api-key-value-duplicate',
    pointer: '/apiKeys/1/value',
    message: 'API keys acme-web and acme-app have the same value. Change one.',
  },
  {
    name: 'two keys of one name',
    set: { '/apiKeys/-': { id: 'key0000003', name: 'acme-app', enabled: true, value: 'q1w2e3r4t5y6u7i8o9p0' } },
    code: 'design/api-key-name-duplicate',
    severity: 'warning',
    pointer: '/apiKeys/2/name',
    message: 'Two API keys are named acme-app. Scenarios know keys by name and take the first; rename one.',
  },
  {
    name: 'a mapping to no API',
    set: { '/domainNames/0/basePathMappings/0/apiId': 'gone' },
    code: 'design/mapping-target-unknown',
    pointer: '/domainNames/0/basePathMappings/0/apiId',
    message: 'Domain api.example.com, base path orders: API gone does not exist. Choose another or remove the mapping.',
  },
  {
    name: 'a mapping to no stage',
    set: { '/domainNames/0/basePathMappings/0/stage': 'test' },
    code: 'design/mapping-target-unknown',
    pointer: '/domainNames/0/basePathMappings/0/stage',
    message:
      'Domain api.example.com, base path orders: Orders has no stage test. Choose another or remove the mapping.',
  },
]

const manyResources = Object.fromEntries(
  Array.from({ length: 150 }, (_, index) => [`/part${index}/leaf`, { methods: { GET: mockMethod() } }]),
)
const manyThrottles = Object.fromEntries(
  Array.from({ length: 21 }, (_, index) => [`/part${index}/leaf/GET`, { rateLimit: 1, burstLimit: 1 }]),
)
const repeat = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))
const named = <T>(count: number, make: () => T): Record<string, T> =>
  Object.fromEntries(repeat(count, (index) => [`n${index}`, make()]))

const LIMIT_CASES: readonly BrokenDesign[] = [
  {
    name: 'more than 300 resources, unlisted parents and the root counted',
    set: {
      '/apis/0/resources': manyResources,
      '/apis/0/stages/prod/methodSettings': {},
      '/usagePlans/0/apiStages/0/throttle': undefined,
      '/scenarios': [],
    },
    code: 'design/limit-exceeded',
    severity: 'warning',
    pointer: '/apis/0/resources',
    message: 'Orders: 301 resources. AWS allows 300, unless AWS raises it for you.',
  },
  {
    name: 'more than 20 method throttles for a stage of a plan',
    set: {
      '/apis/0/resources': Object.fromEntries(Object.entries(manyResources).slice(0, 21)),
      '/apis/0/stages/prod/methodSettings': {},
      '/usagePlans/0/apiStages/0/throttle': manyThrottles,
      '/scenarios': [],
    },
    code: 'design/limit-exceeded',
    severity: 'warning',
    pointer: '/usagePlans/0/apiStages/0/throttle',
    message: 'Usage plan Premium has 21 method throttles for stage prod; AWS allows 20 unless raised.',
  },
  {
    name: 'more than 10 stages',
    set: {
      '/apis/0/stages': {
        ...named(9, () => ({ methodSettings: {} })),
        prod: { methodSettings: {} },
        dev: { methodSettings: {} },
      },
    },
    code: 'design/limit-exceeded',
    severity: 'warning',
    pointer: '/apis/0/stages',
    message: 'Orders: 11 stages. AWS allows 10, unless AWS raises it for you.',
  },
  {
    name: 'more than 100 stage variables',
    set: { '/apis/0/stages/dev/variables': named(101, () => 'x') },
    code: 'design/limit-exceeded',
    severity: 'warning',
    pointer: '/apis/0/stages/dev/variables',
    message: 'Orders, stage dev: 101 stage variables. AWS allows 100, and does not raise it.',
  },
  {
    name: 'more than 10 plans for a key',
    set: {
      '/usagePlans': repeat(11, (index) => ({
        id: `p${index}`,
        name: `P${index}`,
        apiStages: [],
        keyIds: ['key0000001'],
      })),
    },
    code: 'design/limit-exceeded',
    severity: 'warning',
    pointer: '/apiKeys/0',
    message: 'API key acme-web: 11 usage plans. AWS allows 10, and does not raise it.',
  },
  {
    name: 'a policy of more than 8,192 characters',
    set: { '/apis/0/policy': { Id: 'x'.repeat(8200), Statement: [] } },
    code: 'design/limit-exceeded',
    severity: 'warning',
    pointer: '/apis/0/policy',
    message: 'Orders, resource policy: 8,224 characters. AWS allows 8,192, unless AWS raises it for you.',
  },
  {
    name: 'a template of more than 300 KB, counted in bytes',
    set: {
      '/apis/0/resources/~1orders/methods/GET/integration/requestTemplates': {
        'application/json': '€'.repeat(103_000),
      },
    },
    code: 'design/limit-exceeded',
    severity: 'warning',
    pointer: '/apis/0/resources/~1orders/methods/GET/integration/requestTemplates/application~1json',
    message: 'GET /orders, template application/json: 309,000 bytes. AWS allows 307,200, and does not raise it.',
  },
]

describe('checks of the project', () => {
  test.each([...CASES, ...LIMIT_CASES])('report $name', (broken) => {
    expect(foundIn(broken)).toEqual(expectedOf(broken))
  })

  test('a valid design has no problem', () => {
    expect(checkDesign(changedDesign({}))).toEqual([])
  })

  test('all problems are reported, not the first', () => {
    const set = { '/accountId': '', '/apiKeys/0/value': 'short', '/apis/0/stages/prod/deploymentId': 'gone' }
    expect(checkDesign(changedDesign(set)).map(({ code }) => code)).toEqual([
      'design/deployment-unknown',
      'design/account-id-invalid',
      'design/api-key-value-length',
    ])
  })
})
