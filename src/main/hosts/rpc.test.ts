import { describe, expect, test } from 'vitest'
import { GatewrightError } from '@shared/contract/errors'
import type { Scenario } from '@shared/design/scenario'
import { ARGUMENT_SCHEMAS } from './argument-schemas'
import type { Handlers } from '../service/service'
import { createDispatch } from './rpc'

const facts = { version: '1.2.3', host: 'loopback', system: 'linux x64, Node 20', home: '/home/ann' } as const

/** Handlers that answer with their own name and arguments, but for those given. */
function handlersWith(given: Record<string, (args: unknown) => Promise<unknown>>): Handlers {
  const names = Object.keys(ARGUMENT_SCHEMAS)
  return Object.fromEntries(
    names.map((name) => [name, given[name] ?? ((args: unknown) => Promise.resolve({ name, args }))]),
  ) as unknown as Handlers
}
const dispatchTo = (given: Record<string, (args: unknown) => Promise<unknown>> = {}) =>
  createDispatch(handlersWith(given), facts)

const scenario: Scenario = {
  name: 'Peak',
  apiId: 'orders',
  stage: 'prod',
  durationInSeconds: 60,
  seed: 1,
  sources: [
    {
      name: 'web',
      shape: { type: 'CONSTANT', ratePerSecond: 300 },
      routes: { 'POST /orders': 1 },
      items: { count: 5, distribution: 'ZIPF' },
    },
  ],
  backends: { '*': { latency: { distribution: 'LOGNORMAL', medianMs: 40, sigma: 0.5 } } },
  checks: [{ metric: 'throttledShare', operator: '<=', value: 0.1 }],
}

describe('createDispatch', () => {
  test('a known command with fitting arguments reaches its handler', async () => {
    expect(await dispatchTo()('project.open', { path: '/a.gatewright.yaml' })).toEqual({
      result: { name: 'project.open', args: { path: '/a.gatewright.yaml' } },
    })
  })

  test.each(['project.explode', '__proto__', 'constructor', 'toString', '', 7, null, { name: 'app.info' }])(
    'an unknown name is refused: %j',
    async (name) => {
      expect(await dispatchTo()(name, {})).toMatchObject({ error: { code: 'contract/unknown-command' } })
    },
  )

  test('an operational error crosses with its code, message and details', async () => {
    const error = new GatewrightError('live/port-in-use', 'Port 3000 is taken.', { details: { port: 3000 } })
    const dispatch = dispatchTo({ 'gateway.start': () => Promise.reject(error) })
    expect(await dispatch('gateway.start', { port: 3000 })).toEqual({
      error: { code: 'live/port-in-use', message: 'Port 3000 is taken.', details: { port: 3000 } },
    })
  })

  test('a bug becomes host/bug with a report that leaves out the home folder', async () => {
    const bug = new Error('bucket is undefined')
    bug.stack = 'Error: bucket is undefined\n    at take (/home/ann/gatewright/out/main/index.js:1:1)'
    const dispatch = dispatchTo({ 'app.info': () => Promise.reject(bug) })
    expect(await dispatch('app.info', {})).toEqual({
      error: {
        code: 'host/bug',
        message:
          '"app.info" met a bug in Gatewright. The open design is kept. Copy the report and file it as an issue.',
        details: {
          report: [
            'Gatewright 1.2.3, loopback host',
            'System: linux x64, Node 20',
            'Command: app.info',
            '',
            'Error: bucket is undefined',
            '    at take (~/gatewright/out/main/index.js:1:1)',
          ].join('\n'),
        },
      },
    })
  })

  test('a handler that throws at once is answered like one that rejects', async () => {
    const dispatch = dispatchTo({
      'app.info': () => {
        throw new GatewrightError('project/none-open', 'No project is open.')
      },
    })
    expect(await dispatch('app.info', {})).toEqual({
      error: { code: 'project/none-open', message: 'No project is open.' },
    })
  })
})

describe('arguments', () => {
  const withQuery = (a: unknown) => ({ body: '', params: { querystring: { a } } })
  const render = { template: '$a', event: withQuery('1'), profile: 'apigw', record: true, compare: false }
  const messageOf = async (name: string, args: unknown) => {
    const reply = await dispatchTo()(name, args)
    return 'error' in reply ? reply.error.message : 'accepted'
  }

  test.each([
    ['settings.put', { theme: 'dark', density: 'compact', motion: 'system', gatewayPort: 3000 }],
    ['project.create', { design: { name: 'x' } }],
    ['project.list', {}],
    ['project.list', { folder: '/home' }],
    ['design.put', { revision: 3, design: {} }],
    ['import.read', { fileName: 'a.yaml', base64: 'YQ==' }],
    ['import.read', { fileName: 'a.yaml', base64: 'YQ==', parameters: { Stage: 'prod' } }],
    ['export.preview', { format: 'sam' }],
    ['export.formats', { apiIds: ['a'], stage: 'prod' }],
    ['export.save', { format: 'openapi3', syntax: 'json', hasExtensions: false, folder: '/out' }],
    ['design.compare', { fileName: 'a.yaml', base64: 'YQ==' }],
    ['simulator.start', { scenario }],
    ['throttle.preview', { apiId: 'a', stage: 'prod', routeKey: 'GET /', ratePerSecond: 1.5, durationInSeconds: 10 }],
    ['template.render', render],
    ['template.render', { ...render, event: { body: null, context: { authorizer: { claims: [null, 1] } } } }],
    ['template.runCases', {}],
    ['template.runCases', { templates: ['a.vtl'] }],
    ['gateway.start', { port: 0 }],
  ])('%s accepts %j', async (name, args) => {
    expect(await messageOf(name, args)).toBe('accepted')
  })

  test.each([
    ['app.info', null, 'the object must be object'],
    ['app.info', [], 'the object must be object'],
    ['app.info', { extra: 1 }, 'the object must NOT have additional properties'],
    ['project.open', {}, "the object must have required property 'path'"],
    ['project.open', { path: 7 }, '/path must be string'],
    [
      'settings.put',
      { theme: 'pink', density: 'compact', motion: 'system', gatewayPort: 1 },
      '/theme must be equal to one of the allowed values',
    ],
    ['design.put', { revision: -1, design: {} }, '/revision must be >= 0'],
    ['design.put', { revision: 1, design: 'x' }, '/design must be object'],
    ['import.read', { fileName: 'a', base64: 'not base64' }, '/base64 must match pattern "^[A-Za-z0-9+/]*={0,2}$"'],
    ['import.read', { fileName: 'a', base64: '', parameters: { a: 1 } }, '/parameters/a must be string'],
    ['export.preview', { format: 'pdf' }, '/format must be equal to one of the allowed values'],
    ['export.save', { format: 'sam', folder: '' }, '/folder must NOT have fewer than 1 characters'],
    ['template.render', { ...render, event: {} }, "/event must have required property 'body'"],
    ['template.render', { ...render, event: { body: 5 } }, '/event/body must be string,null'],
    ['template.render', { ...render, event: withQuery(['1', '2']) }, '/event/params/querystring/a must be string'],
    ['template.render', { ...render, profile: 'aws' }, '/profile must be equal to one of the allowed values'],
    ['template.runCases', { templates: [5] }, '/templates/0 must be string'],
    ['gateway.start', { port: 70_000 }, '/port must be <= 65535'],
    ['gateway.start', { port: Number.NaN }, '/port must be integer'],
    [
      'simulator.start',
      { scenario: { ...scenario, sources: [{}] } },
      "/scenario/sources/0 must have required property 'name'",
    ],
    ['simulator.start', { scenario: { ...scenario, seed: '1' } }, '/scenario/seed must be number'],
  ])('%s refuses %j', async (name, args, problem) => {
    expect(await messageOf(name, args)).toBe(`The arguments of "${name}" do not fit: ${problem}.`)
  })

  test('a design that could reach a prototype is refused before anything reads it', async () => {
    const design: unknown = JSON.parse('{"apis":[{"__proto__":{"polluted":true}}]}')
    expect(await messageOf('design.put', { revision: 1, design })).toBe(
      'The arguments of "design.put" cannot be read: the message has the key "__proto__", which is not allowed.',
    )
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})
