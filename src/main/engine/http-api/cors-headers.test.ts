import { describe, expect, it } from 'vitest'
import type { Cors } from '@shared/design/http-api'
import { corsHeaders, isPreflight, preflightHeaders, withoutCorsHeaders } from './cors-headers'
import { corsProblem } from '@shared/design/v2-rules/cors-problem'

const from = (origin: string) => [['Origin', origin]] as const
const A = 'https://a.example'

describe('isPreflight', () => {
  it('needs OPTIONS, an origin and the method that is asked for', () => {
    const both = [...from(A), ['access-control-request-method', 'PUT']] as const
    expect([isPreflight('OPTIONS', both), isPreflight('GET', both), isPreflight('OPTIONS', from(A))]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('preflightHeaders', () => {
  const cors: Cors = {
    allowOrigins: [A, 'http://*'],
    allowMethods: ['GET', 'POST'],
    allowHeaders: ['x-a', 'x-b'],
    exposeHeaders: ['x-c'],
    maxAge: 0,
    allowCredentials: true,
  }

  it('has everything for an origin that is allowed, lists without blanks', () => {
    expect(preflightHeaders(cors, from(A))).toEqual([
      ['access-control-allow-origin', A],
      ['vary', 'origin'],
      ['access-control-allow-credentials', 'true'],
      ['access-control-allow-methods', 'GET,POST'],
      ['access-control-allow-headers', 'x-a,x-b'],
      ['access-control-max-age', '0'],
    ])
  })

  it('has nothing for any other', () => {
    expect(preflightHeaders(cors, from('https://b.example'))).toEqual([])
  })
})

describe('corsHeaders', () => {
  it.each<[string, Cors, string, readonly (readonly [string, string])[]]>([
    ['everybody', { allowOrigins: ['*'] }, A, [['access-control-allow-origin', '*']]],
    [
      'everybody, never with credentials',
      { allowOrigins: ['*'], allowCredentials: true },
      A,
      [['access-control-allow-origin', '*']],
    ],
    [
      'a scheme',
      { allowOrigins: ['https://*'], exposeHeaders: ['x'] },
      A,
      [
        ['access-control-allow-origin', A],
        ['vary', 'origin'],
        ['access-control-expose-headers', 'x'],
      ],
    ],
    ['another scheme', { allowOrigins: ['http://*'] }, A, []],
    ['an origin inside of another', { allowOrigins: ['https://a'] }, A, []],
    ['no wildcard in a host', { allowOrigins: ['https://*.example'] }, A, []],
    ['no origins', {}, A, []],
  ])('answers %s', (_what, cors, origin, expected) => {
    expect(corsHeaders(cors, from(origin))).toEqual(expected)
  })

  it('answers nothing without an origin, or with two', () => {
    expect([
      corsHeaders({ allowOrigins: ['*'] }, []),
      corsHeaders({ allowOrigins: ['*'] }, [...from(A), ...from(A)]),
    ]).toEqual([[], []])
  })
})

it('withoutCorsHeaders leaves everything else', () => {
  expect(
    withoutCorsHeaders([
      ['Access-Control-Allow-Origin', '*'],
      ['x', '1'],
    ]),
  ).toEqual([['x', '1']])
})

it('corsProblem says what the service says', () => {
  expect([
    corsProblem({ allowOrigins: ['*'], allowCredentials: true }),
    corsProblem({ allowOrigins: ['https://*'], allowCredentials: true }),
  ]).toEqual(["allow-credentials is not supported if 'allow-origin' is *", null])
})
