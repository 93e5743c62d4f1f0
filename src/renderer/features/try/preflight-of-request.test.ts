import { expect, test } from 'vitest'
import { HTTP_API } from './http-try.fixture'
import { preflightOfRequest } from './preflight-of-request'
import { emptyRequest } from './request-of-route'

const plain = emptyRequest('http000001', '$default')
const token = {
  userPoolId: 'p',
  username: 'ada',
  clientId: 'web',
  use: 'id',
  scopes: [],
  state: 'valid',
  header: 'Authorization',
} as const

test('asks for the method and for every header that is not safe', () => {
  const request = {
    ...plain,
    method: 'PUT',
    path: '/items/7?dry=1',
    headers: [
      ['X-User', '1'],
      ['Content-Type', 'application/json'],
      ['Accept', '*/*'],
    ] as const,
    body: '{}',
    token,
    apiKeyId: 'key',
  }
  expect(preflightOfRequest(HTTP_API, request)).toEqual({
    ...plain,
    method: 'OPTIONS',
    path: '/items/7',
    headers: [
      ['Origin', 'http://localhost:5173'],
      ['Access-Control-Request-Method', 'PUT'],
      ['Access-Control-Request-Headers', 'authorization,content-type,x-api-key,x-user'],
    ],
  })
})

test('comes from an origin that the API allows, and asks for no headers where there are none', () => {
  const api = { ...HTTP_API, corsConfiguration: { allowOrigins: ['https://*', 'https://shop.example.com'] } }
  const request = { ...plain, headers: [['Content-Type', 'text/plain']] as const }
  expect(preflightOfRequest(api, request).headers).toEqual([
    ['Origin', 'https://shop.example.com'],
    ['Access-Control-Request-Method', 'GET'],
  ])
})
