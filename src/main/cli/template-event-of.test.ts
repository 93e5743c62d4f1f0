import { describe, expect, it } from 'vitest'
import { templateEventOf } from './template-event-of'

describe('templateEventOf', () => {
  it('takes what an event has, and nothing else', () => {
    const event = {
      body: '{}',
      params: { path: { id: '1' }, querystring: {}, header: { Accept: '*/*' } },
      context: { identity: { sourceIp: null }, list: [1] },
      stageVariables: { host: 'a' },
    }
    expect(templateEventOf({ ...event, id: 'x', template: '$a' })).toEqual({ event })
    expect(templateEventOf({})).toEqual({ event: { body: null } })
    expect(templateEventOf({ body: null, params: {} })).toEqual({ event: { body: null, params: {} } })
  })

  it.each([
    [{ body: { a: 1 } }, 'body must be text (in quotes) or null'],
    [{ body: 5 }, 'body must be text (in quotes) or null'],
    [{ params: [] }, 'params must be an object'],
    [{ params: { path: 'x' } }, 'params.path must be an object'],
    [{ params: { querystring: { a: ['1'] } } }, 'params.querystring.a must be text'],
    [{ params: { header: { a: 1 } } }, 'params.header.a must be text'],
    [{ context: null }, 'context must be an object'],
    [{ stageVariables: { a: true } }, 'stageVariables.a must be text'],
    [{ stageVariables: 'a' }, 'stageVariables must be an object'],
  ])('says of %j that %s', (value, problem) => {
    expect(templateEventOf(value)).toEqual({ problem })
  })
})
