import { describe, expect, it } from 'vitest'
import { mappedBody } from './mapped-body'
import { evaluateRequestExpression } from './request-expression'
import { clientRequest } from './testing/mapping-tools'

function evaluate(expression: string, text = '') {
  return evaluateRequestExpression(expression, clientRequest(), mappedBody(text))
}

const one = (value: string) => ({ kind: 'value', value, values: [value] })
const absent = { kind: 'absent' }

describe('evaluateRequestExpression', () => {
  it.each([
    ["'literal'", one('literal')],
    ["''", one('')],
    ['stageVariables.env', one('blue')],
    ['stageVariables.empty', absent],
    ['stageVariables.toString', absent],
    ['context.stage', one('prod')],
    ['context.identity.sourceIp', one('192.0.2.1')],
    ['context.identity.user', absent],
    ['context.requestTimeEpoch', absent],
    ['context.identity', absent],
    ['context.constructor.name', absent],
    ['method.request.path.id', one('a%2Fb')],
    ['method.request.path.__proto__', absent],
    ['method.request.querystring.q', one('2')],
    ['method.request.querystring.empty', absent],
    ['method.request.multivaluequerystring.q', { kind: 'value', value: '1,2', values: ['1', '2'] }],
    ['method.request.multivaluequerystring.none', absent],
    ['method.request.header.X-TWO', one('two')],
    ['method.request.multivalueheader.x-two', one('one,two')],
    ['method.request.header.none', absent],
  ])('%s', (expression, value) => {
    expect(evaluate(expression)).toEqual(value)
  })

  it.each([
    ['method.request.body', '{"a": 1}', one('{"a": 1}')],
    ['method.request.body', '', absent],
    ['method.request.body.a', '{"a": "text"}', one('text')],
    ['method.request.body.a', '{"a": 1.0}', one('1.0')],
    ['method.request.body.a', '{"a": {"b": [true]}}', one('{"b":[true]}')],
    ['method.request.body.a.b[0]', '{"a": {"b": [true]}}', one('true')],
    ['method.request.body.a', '{"a": null}', absent],
    ['method.request.body.a', '', absent],
    ['method.request.body.a', 'plain text', absent],
  ])('%s of %j', (expression, text, value) => {
    expect(evaluate(expression, text)).toEqual(value)
  })

  it('refuses a body that is broken JSON with 400', () => {
    expect(evaluate('method.request.body.a', '{"a"')).toEqual({
      kind: 'failure',
      type: 'BAD_REQUEST_BODY',
      message: 'Invalid JSON in request body',
      problem: 'the request body is no JSON, but the mapping method.request.body.a reads from it',
    })
  })

  it.each(['nonsense', 'method.request.cookie.a', 'method.request.body.a[', 'integration.response.header.A', ''])(
    'calls %j invalid',
    (expression) => {
      expect(evaluate(expression, '{}')).toEqual({
        kind: 'failure',
        type: 'API_CONFIGURATION_ERROR',
        problem: `invalid mapping expression: ${expression}`,
      })
    },
  )
})
