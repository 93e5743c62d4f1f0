import { describe, expect, test } from 'vitest'
import { preflightOf, preflightProblems } from './preflight-problems'

const cors = {
  allowOrigins: ['https://shop.example.com'],
  allowMethods: ['GET', 'PUT'],
  allowHeaders: ['Content-Type'],
}
const asked = (origin: string, method: string, ...headers: string[]) => ({ origin, method, headers })

describe('a preflight', () => {
  test('is an OPTIONS with an origin and a method', () => {
    const headers = [
      ['Origin', 'https://a.example'],
      ['access-control-request-method', 'PUT'],
      ['Access-Control-Request-Headers', 'Content-Type, x-user'],
    ] as const
    expect([
      preflightOf({ method: 'OPTIONS', headers }),
      preflightOf({ method: 'GET', headers }),
      preflightOf({ method: 'OPTIONS', headers: headers.slice(1) }),
    ]).toEqual([asked('https://a.example', 'PUT', 'content-type', 'x-user'), null, null])
  })

  test.each([
    [asked('https://shop.example.com', 'PUT', 'content-type'), []],
    [asked('https://shop.example.com', 'POST'), []],
    [asked('https://other.example', 'PUT'), ['The origin https://other.example is not allowed.']],
    [
      asked('https://shop.example.com', 'DELETE', 'authorization'),
      ['The method DELETE is not allowed.', 'The header authorization is not allowed.'],
    ],
  ])('%j is followed by the request, or not: %j', (question, problems) => {
    expect(preflightProblems(cors, question)).toEqual(problems)
  })

  test('"*" stands for every header but Authorization, and for nothing with credentials', () => {
    const all = { allowOrigins: ['*'], allowMethods: ['*'], allowHeaders: ['*'] }
    const question = asked('https://a.example', 'DELETE', 'x-user', 'authorization')
    expect(preflightProblems(all, question)).toEqual(['The header authorization is not allowed.'])
    const withCredentials = { ...all, allowOrigins: ['https://*'], allowCredentials: true }
    expect(preflightProblems(withCredentials, asked('https://a.example', 'DELETE', 'x-user'))).toEqual([
      'The method DELETE is not allowed.',
      'The header x-user is not allowed.',
    ])
  })
})
