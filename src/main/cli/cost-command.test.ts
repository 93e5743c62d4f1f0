import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { CostEstimate } from '@shared/contract/cost'
import { temporaryFolder } from '../storage/testing/temporary-folder'
import { runMain, type MainRun } from './testing/run-main'

const ORDER_API = fileURLToPath(
  new URL('../../../resources/samples/order-api/order-api.gatewright.yaml', import.meta.url),
)

function cost(...args: string[]): Promise<MainRun> {
  return runMain(['cost', ...args.map((arg) => (FILES[arg] === undefined ? arg : written(FILES[arg])))])
}

/** Id and dollars of each line, and the total. */
async function monthly(...args: string[]): Promise<(readonly [string, number])[]> {
  const { code, out, err } = await cost(...args, '--json')
  expect([code, err]).toEqual([0, ''])
  const { monthly: estimate } = JSON.parse(out) as { monthly: CostEstimate }
  return [...estimate.lines.map(({ id, usd }) => [id, usd] as const), ['total', estimate.total] as const]
}

function written([name, text]: readonly [string, string]): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, text)
  return path
}

const mock = `{ type: mock, requestTemplates: { application/json: '{"statusCode": 200}' }, responses: { default: { statusCode: "200" } } }`
/** Stand for files in the arguments, so that they exist only while a test runs. */
const REST = '<rest>'
const PROJECT = '<project>'

const FILES: Readonly<Record<string, readonly [name: string, text: string]>> = {
  [REST]: [
    'rest.yaml',
    `openapi: 3.0.1
info: { title: Pets, version: "1" }
paths:
  /pets:
    get:
      responses: { "200": { description: ok } }
      x-amazon-apigateway-integration: ${mock}
`,
  ],
  [PROJECT]: [
    'several.gatewright.yaml',
    `gatewright: 1
name: several
region: eu-west-1
accountId: "123456789012"
account: { throttleSettings: { rateLimit: 10000, burstLimit: 5000 } }
apis:
  - protocolType: HTTP
    id: httpapi001
    name: Shop
    routes: { GET /a: { authorizationType: NONE, target: web } }
    integrations: { web: { integrationType: HTTP_PROXY, integrationMethod: GET, integrationUri: https://example.com/a } }
    stages: { $default: { autoDeploy: true } }
  - protocolType: WEBSOCKET
    id: wsapi00001
    name: Chat
    routeSelectionExpression: $request.body.action
    routes: { $default: {} }
    stages: { prod: {} }
`,
  ],
}
const shop = (...args: string[]) => cost(PROJECT, '--api', 'Shop', ...args)

describe('cost of typed volumes', () => {
  it('is exact: ten million REST requests $35, a cache by its size', async () => {
    expect(await monthly(REST, '--requests', '10000000')).toEqual([
      ['requests', 35],
      ['total', 35],
    ])
    expect(await monthly(REST, '--requests', '333000001', '--cache-gb', '237')).toEqual([
      ['requests', 1165.500003],
      ['cache', 2774],
      ['total', 3939.500003],
    ])
    expect(await monthly(REST, '--cache-gb', '0.5')).toEqual([
      ['requests', 0],
      ['cache', 14.6],
      ['total', 14.6],
    ])
  })

  it('meters HTTP requests by 512 KB of the larger body', async () => {
    const price = async (...args: string[]) =>
      (await monthly(PROJECT, '--api', 'Shop', '--requests', '1000000', ...args))[0]
    expect(await price()).toEqual(['requests', 1])
    expect(await price('--body-bytes', '524288')).toEqual(['requests', 1])
    expect(await price('--body-bytes', '524289')).toEqual(['requests', 2])
    expect(await price('--request-bytes', '524289')).toEqual(['requests', 2])
    expect(await price('--body-bytes', '524289', '--request-bytes', '1', '--response-bytes', '1')).toEqual([
      'requests',
      1,
    ])
  })

  it('prices WebSocket messages by 32 KB, and connection minutes', async () => {
    expect(
      await monthly(PROJECT, '--api', 'wsapi00001', '--requests', '1500000000', '--connection-minutes', '10000000'),
    ).toEqual([
      ['messages', 1400],
      ['connection-minutes', 2.5],
      ['total', 1402.5],
    ])
    expect((await monthly(PROJECT, '--api', 'Chat', '--requests', '1000000', '--request-bytes', '32769'))[0]).toEqual([
      'messages',
      2,
    ])
  })

  it('counts functions when their duration is given, with the design’s memory or another', async () => {
    expect(await monthly(REST, '--requests', '1000000', '--lambda-ms', '99.5', '--lambda-mb', '1024')).toEqual([
      ['requests', 3.5],
      ['lambda-requests', 0.2],
      ['lambda-duration', 1.66667],
      ['total', 5.36667],
    ])
    expect((await monthly(REST, '--requests', '1000000', '--lambda-ms', '100'))[2]).toEqual([
      'lambda-duration',
      0.208334,
    ])
  })

  it('counts what goes out above 100 GB', async () => {
    expect(await monthly(REST, '--requests', '1048576', '--response-bytes', '262144')).toContainEqual([
      'data-transfer',
      14.04,
    ])
  })

  it('prices the cache of the stage unless told otherwise', async () => {
    expect(await monthly(ORDER_API, '--requests', '0', '--stage', 'prod')).toContainEqual(['cache', 14.6])
    expect(await monthly(ORDER_API, '--requests', '0', '--cache-gb', '0')).toEqual([
      ['requests', 0],
      ['total', 0],
    ])
  })

  it('says that another Region is priced as us-east-1, and what has no effect', async () => {
    const { code, out, err } = await shop('--requests', '5', '--cache-gb', '0.5', '--connection-minutes', '3', '--json')
    expect([code, err.split('\n').filter((line) => line.startsWith('--'))]).toEqual([
      0,
      [
        '--cache-gb has no effect: only REST APIs have a cache.',
        '--connection-minutes has no effect: only WebSocket APIs charge for connections.',
      ],
    ])
    expect((JSON.parse(out) as { monthly: CostEstimate }).monthly.assumptions).toContain(
      'eu-west-1 is priced as us-east-1: its own prices may be higher.',
    )
  })

  it('is a table for people', async () => {
    const { code, out } = await cost(REST, '--requests', '10000000', '--cache-gb', '0.5')
    expect([code, out.split('\n')]).toEqual([
      0,
      [
        'Pets, stage prod: $49.60 a month',
        '',
        '  REST API requests       10,000,000 requests  $35.00  10 million at $3.50 a million',
        '  Response cache, 0.5 GB            730 hours  $14.60  730 at $0.02 an hour',
        '  Total                                        $49.60',
        '',
        'Prices of 2026-08-01, us-east-1.',
        '- A month has 730 hours. No free tier of new accounts is taken off.',
        '- Not counted: metrics, alarms, traces, log storage, and services other than Lambda behind the API.',
      ],
    ])
  })
})

describe('cost of a scenario', () => {
  it('runs it and takes it for a month', async () => {
    const lines = await monthly(ORDER_API, '--scenario', 'Partner batch rush')
    expect(lines.map(([id]) => id)).toEqual([
      'requests',
      'data-transfer',
      'lambda-requests',
      'lambda-duration',
      'authorizer-requests',
      'authorizer-duration',
      'cache',
      'total',
    ])
    expect(await monthly(ORDER_API, '--scenario', 'Partner batch rush')).toEqual(lines)
  })

  it('is the first one when nothing else is said', async () => {
    expect(await monthly(ORDER_API)).toEqual(await monthly(ORDER_API, '--scenario', 'Steady orders'))
  })

  it('takes typed volumes in the place of what the run showed', async () => {
    const of = async (...args: string[]) => new Map(await monthly(ORDER_API, '--scenario', 'Steady orders', ...args))
    const [plain, tenth, noCache] = [
      await of('--requests', '1000000'),
      await of('--requests', '100000'),
      await of('--cache-gb', '0'),
    ]
    expect(plain.get('lambda-requests')! / tenth.get('lambda-requests')!).toBeCloseTo(10, 1)
    expect(tenth.get('cache')).toBe(14.6)
    expect(noCache.has('cache')).toBe(false)
  })
})

describe('a wrong call of cost', () => {
  it.each([
    [[], 'Name a design.'],
    [[REST, '--requests', 'x'], '--requests takes a whole number from 0 to 9007199254740991, not x.'],
    [[REST, '--requests=-1'], '--requests takes a whole number from 0 to 9007199254740991, not -1.'],
    [[REST, '--lambda-ms', ''], '--lambda-ms takes a number from 0 on, not .'],
    [[REST, '--lambda-mb', '99999'], '--lambda-mb takes a whole number from 1 to 10240, not 99999.'],
    [
      [REST, '--cache-gb', '7'],
      '--cache-gb is one of 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118, 237, or 0 for none, not 7.',
    ],
    [[REST, '--stage', 'nowhere'], 'Pets has no stage "nowhere": it has '],
    [[REST, '--scenario', 'x'], 'No scenario is named "x": it has none.'],
    [
      [PROJECT, '--requests', '5'],
      'The design has several APIs: name one with --api. It has "Shop" (httpapi001), "Chat" (wsapi00001).',
    ],
    [[PROJECT, '--api', 'Bar'], 'No API is named "Bar": the design has "Shop" (httpapi001), "Chat" (wsapi00001).'],
    [
      [ORDER_API, '--scenario', 'Steady orders', '--stage', 'dev'],
      'Scenario "Steady orders" is about stage prod of ordersapi1.',
    ],
  ])('%j ends with 2', async (args, message) => {
    const { code, out, err } = await cost(...args)
    expect({ code, out, said: err.includes(message) ? message : err }).toEqual({ code: 2, out: '', said: message })
  })
})
